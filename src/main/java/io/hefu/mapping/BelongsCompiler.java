package io.hefu.mapping;

import io.hefu.definition.Spelling;
import io.hefu.definition.Text;
import io.hefu.definition.YamlMap;
import io.hefu.definition.YamlNode;
import io.hefu.dictionary.DataType;
import io.hefu.dictionary.EntityType;
import io.hefu.dictionary.FieldType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/** Compiles {@code belongs:}, how the rows of a mapping find the things that they belong to. */
record BelongsCompiler(MappingContext in, EntityType entity, LevelCompiler level, YamlMap belongs) {
    Belonging compile() {
        List<Belonging.Step> steps = new ArrayList<>();
        belongs.list("by")
                .ifPresent(all -> all.forEach(node -> {
                    if (node instanceof YamlMap step) {
                        step(step).ifPresent(steps::add);
                    }
                }));
        return new Belonging(
                steps,
                belongs.scalar("open")
                        .map(cel -> in.expressions().filter(cel, entity).orElse(record -> false))
                        .orElse(record -> true));
    }

    private Optional<Belonging.Step> step(YamlMap step) {
        // Both, so that the faults of both are told.
        Belonging.Sight sight = sight(step);
        return target(step).map(target -> new Belonging.Step(sight, target));
    }

    private Belonging.Sight sight(YamlMap step) {
        List<CellPath> paths = step.texts("from").stream()
                .map(path -> CellPath.of(path, level.slots()))
                .toList();
        paths.forEach(path -> level.sources().reads(path.steps(), step.at("from"), false, path.written()));
        Set<String> never = step.texts("never").stream()
                .map(word -> word.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return new RowWords(
                level.slots(),
                paths,
                step.text("pattern").map(written -> pattern(step, written)),
                never,
                in.texts(step),
                step.position());
    }

    private Pattern pattern(YamlMap step, String written) {
        try {
            return Pattern.compile(written);
        } catch (PatternSyntaxException fault) {
            in.refuse(
                    step.at("pattern"),
                    Text.of("不是正则表达式：%s", "it is no regular expression: %s", fault.getDescription()),
                    Text.of("例如 \"(SJ-[0-9]{4}-[0-9]{4})\"", "such as \"(SJ-[0-9]{4}-[0-9]{4})\""));
            return Pattern.compile("");
        }
    }

    private Optional<Belonging.Target> target(YamlMap step) {
        List<String> named = step.texts("to");
        if (named.size() == 1 && !named.get(0).contains(".")) {
            return number(step, named.get(0));
        }
        List<Belonging.Place> places =
                named.stream().flatMap(name -> place(step, name).stream()).toList();
        return places.size() < named.size() ? Optional.empty() : Optional.of(new Belonging.Target.Parties(places));
    }

    private Optional<Belonging.Target> number(YamlMap step, String name) {
        List<String> keys = entity.keys().stream()
                .filter(key -> key.size() == 1)
                .map(key -> key.get(0).name())
                .toList();
        if (keys.contains(name)) {
            return Optional.of(new Belonging.Target.Number(entity.field(name)));
        }
        in.refuse(
                step.at("to"),
                Text.of("%s 不是%s的业务编号", "%s is no business key of %s", name, entity.title()),
                Spelling.listed(keys),
                Spelling.didYouMean(
                        name,
                        keys,
                        Text.of(
                                "写业务编号字段，或 实体.字段，例如 customer.mail",
                                "write a business key, or ENTITY.FIELD such as customer.mail")));
        return Optional.empty();
    }

    private Optional<Belonging.Place> place(YamlMap step, String written) {
        int dot = written.indexOf('.');
        String name = dot < 0 ? written : written.substring(0, dot);
        Optional<EntityType> found = in.dictionary().find(name).filter(each -> !each.part());
        if (found.isEmpty()) {
            List<String> known = in.dictionary().entities().stream()
                    .filter(each -> !each.part())
                    .map(EntityType::name)
                    .toList();
            in.refuse(
                    step.at("to"),
                    Text.of("字典里没有实体 %s", "the dictionary has no entity %s", name),
                    Spelling.listed(known),
                    Spelling.didYouMean(
                            name,
                            known,
                            Text.of("写成 实体.字段，例如 customer.mail", "write ENTITY.FIELD such as customer.mail")));
            return Optional.empty();
        }
        return lookup(step.node("to").orElse(step), found.get(), dot < 0 ? "" : written.substring(dot + 1))
                .flatMap(field -> way(step, found.get(), field));
    }

    private Optional<FieldType> lookup(YamlNode at, EntityType of, String name) {
        Optional<FieldType> field =
                of.lookup().stream().filter(each -> each.name().equals(name)).findFirst();
        if (field.isEmpty()) {
            List<String> known = of.lookup().stream().map(FieldType::name).toList();
            in.refuse(
                    at.position(),
                    Text.of("不能按 %2$s 查找%1$s", "%s cannot be looked up by %s", of.title(), name.isEmpty() ? "?" : name),
                    Spelling.listed(known),
                    Spelling.didYouMean(
                            name,
                            known,
                            Text.of(
                                    "在 %s 的 lookup 中加上它",
                                    "add it to lookup: in %s", of.position().file())));
        }
        return field;
    }

    /** From what was found to the things that refer to it, directly or by one step between. */
    private Optional<Belonging.Place> way(YamlMap step, EntityType from, FieldType field) {
        List<Belonging.Place> ways = new ArrayList<>();
        for (FieldType reference : references(entity)) {
            String party = ((DataType.Ref) reference.type()).entity();
            if (party.equals(from.name())) {
                ways.add(new Belonging.Place(from, field, Optional.empty(), reference));
            }
        }
        if (ways.isEmpty()) {
            for (FieldType reference : references(entity)) {
                references(from).stream()
                        .filter(leads -> leads.type().equals(reference.type()))
                        .forEach(leads -> ways.add(new Belonging.Place(from, field, Optional.of(leads), reference)));
            }
        }
        if (ways.size() != 1) {
            in.refuse(
                    step.at("to"),
                    Text.of(
                            "从%s到%s有 %s 条途径，应恰有一条",
                            "there are %3$s ways from %1$s to %2$s, and there must be one",
                            from.title(),
                            entity.title(),
                            ways.size()),
                    Text.of("用能按引用字段找到%s的实体", "name an entity that %s refers to by one field", entity.title()));
            return Optional.empty();
        }
        return Optional.of(ways.get(0)).filter(way -> canBeAsked(step, way.reference()));
    }

    private boolean canBeAsked(YamlMap step, FieldType reference) {
        return lookup(step.node("to").orElse(step), entity, reference.name()).isPresent();
    }

    private static List<FieldType> references(EntityType type) {
        return type.fields().stream()
                .filter(field -> field.type() instanceof DataType.Ref)
                .toList();
    }
}
