package io.hefu.dictionary;

import io.hefu.definition.DefinitionFile;
import io.hefu.definition.Position;
import io.hefu.definition.Spelling;
import io.hefu.definition.Text;
import io.hefu.definition.Violations;
import io.hefu.definition.YamlList;
import io.hefu.definition.YamlMap;
import io.hefu.definition.YamlNode;
import io.hefu.definition.YamlScalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One dictionary file as an entity, with what can be checked within the file. */
final class EntityCompiler {
    private final DefinitionFile file;
    private final YamlMap root;
    private final Violations violations;
    private final Map<String, FieldType> fields = new LinkedHashMap<>();

    EntityCompiler(DefinitionFile file, Violations violations) {
        this.file = file;
        this.root = file.root();
        this.violations = violations;
    }

    EntityType compile() {
        DictionaryCompiler.nameIsFile(root, "entity", file, violations);
        YamlMap written = root.map("fields").orElseGet(() -> new YamlMap(root.position(), Map.of()));
        written.entries().forEach((name, node) -> {
            if (node instanceof YamlMap field) {
                fields.put(name, field(name, field));
            }
        });
        Optional<YamlMap> identity = root.map("identity");
        EntityType entity = new EntityType(
                file.id(),
                root.words("title"),
                root.isTrue("part"),
                List.copyOf(fields.values()),
                keys(),
                identity.flatMap(map -> text(map, "taxNumber")),
                identity.flatMap(map -> text(map, "name")),
                named(root.list("lookup")),
                root.map("retired")
                        .map(map -> List.copyOf(map.entries().keySet()))
                        .orElse(List.of()),
                root.position());
        refuseIdentityOfPart(entity);
        refuseTakenNames(entity);
        return entity;
    }

    private FieldType field(String name, YamlMap field) {
        return new FieldType(
                fields.size(),
                name,
                field.text("type").flatMap(DataType::parse).orElse(DataType.Scalar.TEXT),
                field.isTrue("required"),
                field.words("title"),
                field.words("description"),
                field.texts("authority"),
                field.texts("was"),
                field.text("conversion"),
                field.text("example"),
                field.position());
    }

    private List<List<FieldType>> keys() {
        List<List<FieldType>> keys = new ArrayList<>();
        root.list("keys")
                .ifPresent(list -> list.forEach(key -> {
                    if (key instanceof YamlList names) {
                        List<FieldType> fieldsOfKey = named(Optional.of(names));
                        fieldsOfKey.forEach(field -> refuseAsKey(field, names.position()));
                        keys.add(fieldsOfKey);
                    }
                }));
        return keys.stream().filter(key -> !key.isEmpty()).toList();
    }

    private List<FieldType> named(Optional<YamlList> names) {
        return names.stream()
                .flatMap(list -> list.items().stream())
                .flatMap(name -> named(name).stream())
                .toList();
    }

    private Optional<FieldType> named(YamlNode name) {
        if (!(name instanceof YamlScalar scalar)) {
            return Optional.empty();
        }
        FieldType field = fields.get(scalar.text());
        if (field == null) {
            violations.add(
                    scalar.position(),
                    Text.of("%s 没有字段 %s", "%s has no field %s", file.id(), scalar.text()),
                    Spelling.listed(fields.keySet()),
                    Spelling.didYouMean(
                            scalar.text(), fields.keySet(), Text.of("先在 fields 里加上它", "add it under fields first")));
        }
        return Optional.ofNullable(field);
    }

    private Optional<FieldType> text(YamlMap identity, String key) {
        Optional<FieldType> field = identity.node(key).flatMap(this::named);
        field.filter(f -> f.type() != DataType.Scalar.TEXT)
                .ifPresent(f -> violations.add(
                        identity.at(key),
                        Text.of(
                                "字段 %s 的类型是 %s",
                                "the field %s has the type %s",
                                f.name(),
                                f.type().written()),
                        Text.same("text"),
                        Text.of("选一个文本字段", "choose a text field")));
        return field;
    }

    /** Only what two systems would write alike can say that two records are the same thing. */
    private void refuseAsKey(FieldType field, Position position) {
        boolean fits = field.type() instanceof DataType.Ref
                || field.type() instanceof DataType.Code
                || field.type() == DataType.Scalar.TEXT
                || field.type() == DataType.Scalar.INTEGER
                || field.type() == DataType.Scalar.DATE;
        if (!fits) {
            violations.add(
                    position,
                    Text.of(
                            "类型为 %2$s 的字段 %1$s 不能作业务键",
                            "the field %s of type %s cannot be part of a business key",
                            field.name(),
                            field.type().written()),
                    Text.same("text, integer, date, code(…), ref(…)"),
                    Text.of("选一个编号字段", "choose a number or code field"));
        }
    }

    private void refuseIdentityOfPart(EntityType entity) {
        for (String key : List.of("identity", "lookup")) {
            if (entity.part() && root.has(key)) {
                violations.add(
                        root.at(key),
                        Text.of("部件没有自己的身份，不能有 %s", "a part has no identity of its own and cannot have %s", key),
                        Text.NONE,
                        Text.of("删去 %s，或去掉 part: true", "remove %s, or remove part: true", key));
            }
        }
    }

    /** A former name that is in use again would make old and new values one. */
    private void refuseTakenNames(EntityType entity) {
        Map<String, String> taken = new LinkedHashMap<>();
        fields.keySet().forEach(name -> taken.put(name, name));
        for (FieldType field : entity.fields()) {
            for (String former : field.was()) {
                refuseTaken(former, taken.put(former, field.name()), field.position());
            }
        }
        for (String retired : entity.retired()) {
            refuseTaken(
                    retired,
                    taken.get(retired),
                    root.map("retired").orElseThrow().at(retired));
        }
    }

    private void refuseTaken(String former, String holder, Position position) {
        if (holder != null) {
            violations.add(
                    position,
                    Text.of("名称 %s 已经属于字段 %s", "the name %s belongs to the field %s already", former, holder),
                    Text.of("不再使用的名称", "a name that is no longer in use"),
                    Text.of("改掉其中一处", "change one of the two places"));
        }
    }
}
