package io.hefu.matching;

import io.hefu.definition.DefinitionFile;
import io.hefu.definition.DefinitionKind;
import io.hefu.definition.Definitions;
import io.hefu.definition.Position;
import io.hefu.definition.Spelling;
import io.hefu.definition.Text;
import io.hefu.definition.Violations;
import io.hefu.definition.YamlMap;
import io.hefu.dictionary.DataType;
import io.hefu.dictionary.Dictionary;
import io.hefu.dictionary.EntityType;
import io.hefu.dictionary.FieldType;
import io.hefu.matching.table.Field;
import io.hefu.matching.table.FieldKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes the {@link MatchRules} of the files under {@code config/matching}. */
public final class MatchRulesCompiler {
    /** The matching of one entity a file. */
    public static final DefinitionKind MATCHING = new DefinitionKind("matching", "config/matching");

    private final Dictionary dictionary;
    private final Violations violations;

    private MatchRulesCompiler(Dictionary dictionary, Violations violations) {
        this.dictionary = dictionary;
        this.violations = violations;
    }

    /** Everything that could be compiled; what could not is in the violations. */
    public static MatchRules compile(Definitions definitions, Dictionary dictionary, Violations violations) {
        MatchRulesCompiler compiler = new MatchRulesCompiler(dictionary, violations);
        List<MatchRule> rules = new ArrayList<>();
        Set<String> entities = new HashSet<>();
        for (DefinitionFile file : definitions.files(MATCHING)) {
            compiler.compile(file.root()).ifPresent(rule -> {
                if (entities.add(rule.entity().name())) {
                    rules.add(rule);
                } else {
                    compiler.second(rule, file.root().at("of"));
                }
            });
        }
        return new MatchRules(rules);
    }

    private Optional<MatchRule> compile(YamlMap root) {
        String name = root.text("of").orElse("");
        Optional<EntityType> entity = dictionary.find(name);
        if (entity.isEmpty()) {
            List<String> known = dictionary.entities().stream()
                    .filter(type -> !type.part())
                    .map(EntityType::name)
                    .toList();
            unknown(Text.of("没有实体 %s", "there is no entity %s", name), name, known, root.at("of"));
            return Optional.empty();
        }
        List<FieldType> fields = new ArrayList<>();
        List<Field> compared = new ArrayList<>();
        root.map("compare")
                .ifPresent(compare -> compare.entries()
                        .forEach((field, node) -> field(compare, field, entity.get())
                                .ifPresent(found -> FieldKind.named(
                                                compare.text(field).orElse(""))
                                        .ifPresent(kind -> {
                                            fields.add(found);
                                            compared.add(new Field(field, kind, found.title()));
                                        }))));
        return Optional.of(new MatchRule(entity.get(), fields, compared, automatic(root), shown(root, entity.get())));
    }

    private Optional<FieldType> field(YamlMap compare, String name, EntityType entity) {
        Optional<FieldType> field = entity.find(name);
        if (field.isEmpty()) {
            unknown(
                    Text.of("%s没有字段 %s", "%s has no field %s", entity.title(), name),
                    name,
                    entity.fields().stream().map(FieldType::name).toList(),
                    compare.at(name));
        } else if (field.get().type() instanceof DataType.Ref || field.get().type() instanceof DataType.ListOf) {
            violations.add(
                    compare.at(name),
                    Text.of(
                            "%s 是 %s，不能比较",
                            "%s is a %s, which cannot be compared",
                            name,
                            field.get().type().written()),
                    Text.of("文本、代码、日期和数字字段", "fields of text, codes, dates and numbers"),
                    Text.of("删去这一行", "take the line out"));
            return Optional.empty();
        }
        return field;
    }

    /** What is not said is the least: the number and the name. */
    private List<FieldType> shown(YamlMap root, EntityType entity) {
        if (!root.has("lookup")) {
            List<FieldType> least = new ArrayList<>();
            entity.keys().stream().findFirst().ifPresent(least::addAll);
            entity.identifyingName().filter(name -> !least.contains(name)).ifPresent(least::add);
            return least;
        }
        List<FieldType> shown = new ArrayList<>();
        for (String name : root.texts("lookup")) {
            entity.find(name)
                    .ifPresentOrElse(
                            shown::add,
                            () -> unknown(
                                    Text.of("%s没有字段 %s", "%s has no field %s", entity.title(), name),
                                    name,
                                    entity.fields().stream()
                                            .map(FieldType::name)
                                            .toList(),
                                    root.at("lookup")));
        }
        return shown;
    }

    private Optional<String> automatic(YamlMap root) {
        Optional<YamlMap> written = root.map("automatic").filter(map -> map.isTrue("enabled"));
        written.ifPresent(map -> {
            for (String key : List.of("by", "since")) {
                if (map.text(key).filter(text -> !text.isBlank()).isEmpty()) {
                    violations.add(
                            map.position(),
                            Text.of("自动合并打开了，但没有写 %s", "automatic merges are on, and %s is not said", key),
                            key.equals("by")
                                    ? Text.of("谁打开的", "who switched it on")
                                    : Text.of("从哪天起，例如 2026-11-20", "from which day, such as 2026-11-20"),
                            Text.of("补上 %s，或写 enabled: false", "add %s, or write enabled: false", key));
                }
            }
        });
        return written.flatMap(map -> map.text("by"));
    }

    private void second(MatchRule rule, Position position) {
        violations.add(
                position,
                Text.of(
                        "%s已有一个查重文件",
                        "%s has a matching file already", rule.entity().title()),
                Text.of("每个实体一个", "one an entity"),
                Text.of("合成一个文件", "make them one file"));
    }

    private void unknown(Text what, String written, List<String> known, Position position) {
        violations.add(
                position,
                what,
                Text.same(String.join(", ", known)),
                Spelling.didYouMean(written, known, Text.of("从中选一个", "choose one of them")));
    }
}
