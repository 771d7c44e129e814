package io.hefu.mapping;

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
import io.hefu.expression.Expressions;
import io.hefu.systems.SystemDefinition;
import io.hefu.systems.Systems;
import io.hefu.systems.SystemsCompiler;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the {@link Mappings} of the files under {@code mappings/<system>/}. */
public final class MappingCompiler {
    public static final DefinitionKind MAPPINGS = new DefinitionKind("mapping", "mappings");

    private final Definitions definitions;
    private final Dictionary dictionary;
    private final Systems systems;
    private final Expressions expressions;
    private final Violations violations;
    private final Map<String, DefinitionFile> byName = new HashMap<>();

    private MappingCompiler(
            Definitions definitions,
            Dictionary dictionary,
            Systems systems,
            Expressions expressions,
            Violations violations) {
        this.definitions = definitions;
        this.dictionary = dictionary;
        this.systems = systems;
        this.expressions = expressions;
        this.violations = violations;
    }

    /** Everything that could be compiled; what could not is in the violations. */
    public static Mappings compile(
            Definitions definitions,
            Dictionary dictionary,
            Systems systems,
            Expressions expressions,
            Violations violations) {
        return new MappingCompiler(definitions, dictionary, systems, expressions, violations).all();
    }

    private Mappings all() {
        List<DefinitionFile> files = definitions.files(MAPPINGS);
        List<DefinitionFile> named =
                files.stream().filter(this::isNamedRightAndOnce).toList();
        List<Mapping> mappings =
                named.stream().flatMap(file -> mapping(file).stream()).toList();
        systems.all().forEach(system -> refuseWritingOfNothing(system, mappings));
        return new Mappings(mappings);
    }

    private boolean isNamedRightAndOnce(DefinitionFile file) {
        YamlMap root = file.root();
        String system = root.text("system").orElse("");
        String entity = root.text("entity").orElse("");
        refuseOtherName(file, system, entity);
        DefinitionFile first = byName.putIfAbsent(system + "/" + entity, file);
        if (first != null) {
            violations.add(
                    root.at("entity"),
                    Text.of(
                            "%s 的 %s 已在 %s 中映射",
                            "%2$s of %1$s is mapped in %3$s already",
                            system,
                            entity,
                            first.position().file()),
                    Text.of("一个系统的一个实体只有一个映射", "one mapping for an entity of a system"),
                    Text.of("合并两个文件", "join the two files"));
        }
        return first == null;
    }

    /** A switch that moves nothing would be believed. */
    private void refuseWritingOfNothing(SystemDefinition system, List<Mapping> mappings) {
        Optional<YamlMap> switches = system.settings().map("writing");
        system.writing().forEach((entity, writing) -> {
            String flow = system.id() + "/" + entity;
            boolean written = mappings.stream()
                    .anyMatch(mapping -> mapping.write().isPresent()
                            && flow.equals(
                                    mapping.system() + "/" + mapping.entity().name()));
            if (writing.enabled() && !written && !isFaulty(flow)) {
                violations.add(
                        switches.orElseThrow().at(entity),
                        Text.of(
                                "写入打开了，但 %s 的 %s 没有可写的映射",
                                "writing is on, and no mapping writes %2$s of %1$s", system.id(), entity),
                        Text.of("有 write 的映射", "an entity whose mapping has write:"),
                        Text.of(
                                "在 mappings/%s.mapping.yaml 加上 write，或写 enabled: false",
                                "add write: to mappings/%s.mapping.yaml, or write enabled: false", flow));
            }
        });
    }

    private void refuseOtherName(DefinitionFile file, String system, String entity) {
        String wanted = system + "/" + entity + ".mapping.yaml";
        if (!file.position().file().replace('\\', '/').endsWith("/" + wanted)) {
            violations.add(
                    file.position(),
                    Text.of("文件的位置与内容不符", "the file does not stand where its content says"),
                    Text.same("mappings/" + wanted),
                    Text.of("移动文件，或改正 system 和 entity", "move the file, or correct system: and entity:"));
        }
    }

    private Optional<Mapping> mapping(DefinitionFile file) {
        Optional<EntityType> entity = entity(file.root());
        Optional<SystemDefinition> system = system(file.root());
        return entity.isEmpty() || system.isEmpty()
                ? Optional.empty()
                : Optional.of(new FileCompiler(
                                file,
                                system.get(),
                                entity.get(),
                                dictionary,
                                systems,
                                expressions,
                                this::isMapped,
                                violations)
                        .compile());
    }

    /** A file that could not be read is there all the same: what refers to it is not wrong as well. */
    private boolean isMapped(String flow) {
        return byName.containsKey(flow) || isFaulty(flow);
    }

    private boolean isFaulty(String flow) {
        return definitions.isFaulty("mappings/" + flow + ".mapping.yaml");
    }

    private Optional<EntityType> entity(YamlMap root) {
        String name = root.text("entity").orElse("");
        Optional<EntityType> found = dictionary.find(name).filter(entity -> !entity.part());
        if (found.isEmpty() && !definitions.isFaulty(DictionaryCompiler.ENTITIES, name)) {
            List<String> entities = dictionary.entities().stream()
                    .filter(entity -> !entity.part())
                    .map(EntityType::name)
                    .toList();
            violations.add(
                    root.at("entity"),
                    Text.of("字典里没有实体 %s", "the dictionary has no entity %s", name),
                    Spelling.listed(entities),
                    Spelling.didYouMean(name, entities, Text.of("先在字典里定义它", "define it in the dictionary first")));
        }
        return found;
    }

    private Optional<SystemDefinition> system(YamlMap root) {
        String id = root.text("system").orElse("");
        Optional<SystemDefinition> found = systems.find(id);
        if (found.isEmpty() && !definitions.isFaulty(SystemsCompiler.SYSTEMS, id)) {
            List<String> ids = systems.all().stream().map(SystemDefinition::id).toList();
            violations.add(
                    root.at("system"),
                    Text.of("没有系统 %s", "there is no system %s", id),
                    Spelling.listed(ids),
                    Spelling.didYouMean(
                            id,
                            ids,
                            Text.of("添加 config/systems/%s.system.yaml", "add config/systems/%s.system.yaml", id)));
        }
        return found;
    }
}
