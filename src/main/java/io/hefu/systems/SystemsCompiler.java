package io.hefu.systems;

import io.hefu.definition.DefinitionFile;
import io.hefu.definition.DefinitionKind;
import io.hefu.definition.Definitions;
import io.hefu.definition.Spelling;
import io.hefu.definition.Text;
import io.hefu.definition.Violations;
import io.hefu.definition.YamlMap;
import io.hefu.dictionary.Dictionary;
import io.hefu.dictionary.DictionaryCompiler;
import io.hefu.dictionary.EntityType;
import io.hefu.dictionary.FieldType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the {@link Systems} of the files under {@code config/systems}. */
public final class SystemsCompiler {
    public static final DefinitionKind SYSTEMS = new DefinitionKind("system", "config/systems");

    private final Definitions definitions;
    private final Dictionary dictionary;
    private final Violations violations;

    private SystemsCompiler(Definitions definitions, Dictionary dictionary, Violations violations) {
        this.definitions = definitions;
        this.dictionary = dictionary;
        this.violations = violations;
    }

    /** Everything that could be compiled; what could not is in the violations. */
    public static Systems compile(Definitions definitions, Dictionary dictionary, Violations violations) {
        SystemsCompiler compiler = new SystemsCompiler(definitions, dictionary, violations);
        Systems systems = new Systems(definitions.uniqueFiles(SYSTEMS, violations).stream()
                .map(compiler::system)
                .toList());
        dictionary
                .entities()
                .forEach(entity -> entity.fields().forEach(field -> compiler.refuseMisspelt(field, systems)));
        return systems;
    }

    /** A dictionary may name systems that this company does not have, but hardly one that is spelt almost like one it has. */
    private void refuseMisspelt(FieldType field, Systems systems) {
        List<String> ids = systems.all().stream().map(SystemDefinition::id).toList();
        for (String named : field.authority()) {
            if (!ids.contains(named) && !definitions.isFaulty(SYSTEMS, named)) {
                Spelling.nearest(named, ids)
                        .ifPresent(near -> violations.add(
                                field.position(),
                                Text.of(
                                        "%s 的权威系统 %s 不存在",
                                        "the authority of %s is %s, which is no system", field.name(), named),
                                Spelling.listed(ids),
                                Text.of("是否想写 %s？", "did you mean %s?", near)));
            }
        }
    }

    private SystemDefinition system(DefinitionFile file) {
        YamlMap root = file.root();
        refuseOtherName(file);
        SecretCheck.run(root, violations);
        return new SystemDefinition(
                file.id(), root.words("title"), root.text("kind").orElse(""), zone(root), root, writing(root));
    }

    private void refuseOtherName(DefinitionFile file) {
        String written = file.root().text("system").orElse("");
        if (!written.equals(file.id())) {
            violations.add(
                    file.root().at("system"),
                    Text.of("%s 与文件名不一致", "%s is not the name of the file", written),
                    Text.same(file.id()),
                    Text.of("改其中一个", "change one of the two"));
        }
    }

    private ZoneId zone(YamlMap root) {
        String written = root.text("zone").orElse("");
        try {
            return ZoneId.of(written);
        } catch (DateTimeException unknown) {
            violations.add(
                    root.at("zone"),
                    Text.of("不认识的时区 %s", "unknown zone %s", written),
                    Text.of("地区名，如 Asia/Shanghai，或 +08:00", "the name of a region, such as Asia/Shanghai, or +08:00"),
                    Spelling.didYouMean(
                            written, ZoneId.getAvailableZoneIds(), Text.of("写 Asia/Shanghai", "write Asia/Shanghai")));
            return ZoneOffset.UTC;
        }
    }

    private Map<String, WritingSwitch> writing(YamlMap root) {
        Map<String, WritingSwitch> switches = new LinkedHashMap<>();
        root.map("writing")
                .ifPresent(written -> written.entries().forEach((entity, node) -> {
                    refuseUnknownEntity(written, entity);
                    written.map(entity).ifPresent(map -> switches.put(entity, writingSwitch(map)));
                }));
        return switches;
    }

    private WritingSwitch writingSwitch(YamlMap map) {
        WritingSwitch written =
                new WritingSwitch(map.isTrue("enabled"), map.text("by"), map.text("since"), map.text("plan"));
        if (written.enabled()) {
            refuseNobody(map, "by", Text.of("谁打开的", "who switched it on"));
            refuseNobody(map, "since", Text.of("从哪天起，例如 2026-11-20", "from which day, such as 2026-11-20"));
            refuseNobody(map, "plan", Text.of("看过的计划的编号", "the id of the plan that was looked at"));
        }
        written.since().ifPresent(since -> refuseNoDay(map, since));
        return written;
    }

    /** Promise 6: a named person switches writing on, after a plan. */
    private void refuseNobody(YamlMap map, String key, Text allowed) {
        if (map.text(key).filter(text -> !text.isBlank()).isEmpty()) {
            violations.add(
                    map.position(),
                    Text.of("写入打开了，但没有写 %s", "writing is on, and %s is not said", key),
                    allowed,
                    Text.of("补上 %s，或写 enabled: false", "add %s, or write enabled: false", key));
        }
    }

    private void refuseNoDay(YamlMap map, String since) {
        try {
            LocalDate.parse(since);
        } catch (DateTimeException notOne) {
            violations.add(
                    map.at("since"),
                    Text.of("没有日期 %s", "there is no day %s", since),
                    Text.same("yyyy-MM-dd"),
                    Text.of("检查日期", "check the date"));
        }
    }

    private void refuseUnknownEntity(YamlMap written, String entity) {
        Optional<EntityType> known = dictionary.find(entity).filter(type -> !type.part());
        if (known.isEmpty() && !definitions.isFaulty(DictionaryCompiler.ENTITIES, entity)) {
            List<String> names = dictionary.entities().stream()
                    .filter(type -> !type.part())
                    .map(EntityType::name)
                    .toList();
            violations.add(
                    written.at(entity),
                    Text.of("没有实体 %s", "there is no entity %s", entity),
                    Spelling.listed(names),
                    Spelling.didYouMean(entity, names, Text.of("删去它", "remove it")));
        }
    }
}
