package io.hefu.rules;

import io.hefu.definition.Definitions;
import io.hefu.definition.Position;
import io.hefu.definition.Spelling;
import io.hefu.definition.Text;
import io.hefu.definition.Violations;
import io.hefu.definition.YamlMap;
import io.hefu.dictionary.CodeList;
import io.hefu.dictionary.DataType;
import io.hefu.dictionary.Dictionary;
import io.hefu.dictionary.EntityType;
import io.hefu.dictionary.FieldType;
import io.hefu.dictionary.Record;
import io.hefu.expression.CompiledExpression;
import io.hefu.expression.Expressions;
import io.hefu.expression.Result;
import io.hefu.expression.Scope;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makes one rule of what stands in its file. */
final class RuleCompiler {
    private static final String STEPS = "reminder-step";
    private static final LocalTime USUAL_TIME = LocalTime.of(9, 0);
    /** For examples that do not say; never matters, since one whose rule reads {@code today} must say. */
    private static final LocalDate SOME_DAY = LocalDate.of(2026, 1, 5);

    private final Dictionary dictionary;
    private final Expressions expressions;
    private final Definitions definitions;
    private final Templates templates;
    private final Violations violations;

    RuleCompiler(
            Dictionary dictionary,
            Expressions expressions,
            Definitions definitions,
            Templates templates,
            Violations violations) {
        this.dictionary = dictionary;
        this.expressions = expressions;
        this.definitions = definitions;
        this.templates = templates;
        this.violations = violations;
    }

    Optional<Rule> compile(YamlMap written) {
        Optional<EntityType> entity = entity(written);
        return entity.flatMap(of -> compile(written, of));
    }

    private Optional<Rule> compile(YamlMap written, EntityType of) {
        Optional<CompiledExpression> when = written.scalar("when")
                .flatMap(text -> expressions.compile(text, new Scope.OverRecord(of), Result.FLAG, violations));
        Optional<Effect> then = written.map("then").flatMap(effect -> effect(effect, of));
        Optional<RuleClock> clock = written.map("clock").flatMap(each -> clock(each, of));
        List<Example> examples =
                examples(written, of, when.map(CompiledExpression::readsToday).orElse(false));
        if (when.isEmpty() || then.isEmpty() || (written.has("clock") && clock.isEmpty())) {
            return Optional.empty();
        }
        Rule rule = new Rule(
                written.text("id").orElse(""),
                written.words("title"),
                of,
                when.get(),
                then.get(),
                Mode.of(written.text("mode").orElse("observe")),
                written.text("owner").orElse(""),
                clock,
                examples,
                written.position());
        RuleExamples.run(rule, violations);
        return Optional.of(rule);
    }

    private Optional<EntityType> entity(YamlMap written) {
        String name = written.text("of").orElse("");
        Optional<EntityType> entity = dictionary.find(name);
        if (entity.isEmpty()) {
            List<String> known =
                    dictionary.entities().stream().map(EntityType::name).toList();
            unknown(Text.of("实体", "entity"), name, known, written.at("of"));
        }
        return entity;
    }

    private Optional<Effect> effect(YamlMap written, EntityType of) {
        if (written.has("hold")) {
            return field(written, "hold", of).map(Effect.Hold::new);
        }
        if (written.has("warn")) {
            return Optional.of(new Effect.Warn(written.words("warn")));
        }
        return written.map("remind").flatMap(this::remind);
    }

    private Optional<Effect> remind(YamlMap written) {
        String step = written.text("step").orElse("");
        String template = written.text("template").orElse("");
        Collection<String> steps = dictionary
                .findCodes(STEPS)
                .map(CodeList::codes)
                .map(codes -> codes.keySet())
                .orElse(java.util.Set.of());
        if (!steps.contains(step)) {
            unknown(Text.of("提醒步骤", "reminder step"), step, steps, written.at("step"));
        }
        boolean known = templates.find(template).isPresent();
        if (!known && !definitions.isFaulty(TemplatesCompiler.TEMPLATES, template)) {
            List<String> all = templates.all().stream().map(Template::id).toList();
            unknown(Text.of("模板", "template"), template, all, written.at("template"));
        }
        Effect.Recipient to = Effect.Recipient.valueOf(
                written.text("to").orElse("salesperson").toUpperCase(Locale.ROOT));
        return steps.contains(step) && known ? Optional.of(new Effect.Remind(step, to, template)) : Optional.empty();
    }

    private Optional<RuleClock> clock(YamlMap written, EntityType of) {
        Optional<FieldType> field = field(written, "field", of).filter(each -> isDate(each, written.at("field")));
        Optional<Offset> offset = written.text("offset").flatMap(Offset::parse);
        if (offset.isEmpty()) {
            violations.add(
                    written.at("offset"),
                    Text.of("偏移写法有误", "the offset is not well-formed"),
                    Text.same("-7d, 0d, +3d, -3wd"),
                    Text.of("d 为自然日，wd 为工作日", "d counts days, wd working days"));
        }
        LocalTime at = written.text("at").map(LocalTime::parse).orElse(USUAL_TIME);
        return field.flatMap(date -> offset.map(days -> new RuleClock(date, days, at, onHoliday(written, days))));
    }

    private static RuleClock.OnHoliday onHoliday(YamlMap written, Offset offset) {
        return written.text("onHoliday")
                .map(word -> RuleClock.OnHoliday.valueOf(word.toUpperCase(Locale.ROOT)))
                .orElseGet(() -> RuleClock.OnHoliday.usual(offset));
    }

    private boolean isDate(FieldType field, Position position) {
        boolean date = field.type() == DataType.Scalar.DATE;
        if (!date) {
            violations.add(
                    position,
                    Text.of(
                            "时钟的字段 %s 是 %s",
                            "the clock's field %s is of the type %s",
                            field.name(),
                            field.type().written()),
                    Text.same("date"),
                    Text.of("选一个日期字段", "choose a date field"));
        }
        return date;
    }

    private List<Example> examples(YamlMap written, EntityType of, boolean readsToday) {
        CanonicalValues values = new CanonicalValues(dictionary, violations);
        List<Example> examples = new ArrayList<>();
        written.list("examples")
                .ifPresent(list -> list.forEach(item -> {
                    if (item instanceof YamlMap map && map.map("given").isPresent()) {
                        examples.add(example(map, of, values, readsToday));
                    }
                }));
        return examples;
    }

    private Example example(YamlMap written, EntityType of, CanonicalValues values, boolean readsToday) {
        Record given = values.record(of, written.map("given").orElseThrow());
        if (readsToday && !written.has("today")) {
            violations.add(
                    written.position(),
                    Text.of("规则用到 today，示例却没有写日期", "the rule reads today, and the example does not say the day"),
                    Text.NONE,
                    Text.of("加上 today: \"2026-10-10\"", "add today: \"2026-10-10\""));
        }
        return new Example(
                given,
                written.map("before").map(before -> values.record(of, before)),
                written.text("today").map(LocalDate::parse).orElse(SOME_DAY),
                written.text("expect").orElse("nothing"),
                written.position());
    }

    private Optional<FieldType> field(YamlMap written, String key, EntityType of) {
        String name = written.text(key).orElse("");
        Optional<FieldType> field = of.find(name);
        if (field.isEmpty()) {
            List<String> known = of.fields().stream().map(FieldType::name).toList();
            violations.add(
                    written.at(key),
                    Text.of("%s没有字段 %s", "%s has no field %s", of.title(), name),
                    Spelling.listed(known),
                    Spelling.didYouMean(name, known, Text.of("改为允许的一个", "choose one that is allowed")));
        }
        return field;
    }

    private void unknown(Text what, String name, Collection<String> known, Position position) {
        violations.add(
                position,
                Text.of("没有名为 %2$s 的%1$s", "there is no %1$s %2$s", what, name),
                Spelling.listed(known),
                Spelling.didYouMean(name, known, Text.of("改为允许的一个", "choose one that is allowed")));
    }
}
