package io.hefu.mapping;

import io.hefu.definition.Position;
import io.hefu.definition.Spelling;
import io.hefu.definition.Text;
import io.hefu.definition.YamlMap;
import io.hefu.definition.YamlNode;
import io.hefu.definition.YamlScalar;
import io.hefu.dictionary.CodeList;
import io.hefu.dictionary.DataType;
import io.hefu.dictionary.EntityType;
import io.hefu.dictionary.FieldType;
import io.hefu.dictionary.Record;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Compiles the write side of a mapping. */
final class WriteCompiler {
    private final MappingContext in;
    private final EntityType entity;
    private final YamlMap root;
    private final YamlMap write;
    private final Map<String, CompiledField> fields = new LinkedHashMap<>();

    WriteCompiler(MappingContext in, EntityType entity, YamlMap root, YamlMap write, List<CompiledField> fields) {
        this.in = in;
        this.entity = entity;
        this.root = root;
        this.write = write;
        fields.forEach(field -> this.fields.put(field.field().name(), field));
    }

    WriteSide compile(List<ReadSide.Child> readChildren) {
        Optional<YamlMap> create = write.map("create");
        List<FieldType> update = listed(write, "update");
        List<FieldType> created = create.map(map -> map.has("fields") ? listed(map, "fields") : all(map))
                .orElse(List.of());
        List<ReadSide.Child> children =
                write.map("children").map(ReadCompiler::children).orElse(readChildren);
        return new CompiledWriteSide(
                fromReading("resource"),
                fromReading("key"),
                create.isPresent(),
                !update.isEmpty(),
                write.text("delete").equals(Optional.of("always")),
                create.flatMap(this::find),
                CompiledWriteSide.inOrder(created),
                CompiledWriteSide.inOrder(update),
                children,
                filter(),
                writers());
    }

    private String fromReading(String key) {
        return write.text(key)
                .or(() -> root.map("read").flatMap(read -> read.text(key)))
                .orElseGet(() -> {
                    in.refuse(
                            write.position(),
                            Text.of("没有说写入的 %s", "it does not say the %s that is written", key),
                            Text.of("补上 write.%s", "add write.%s", key));
                    return "";
                });
    }

    /** Without a list of its own, a create carries every field that can be mapped back. */
    private List<FieldType> all(YamlMap create) {
        List<FieldType> all = fields.values().stream()
                .filter(field -> field.writer().isPresent())
                .map(CompiledField::field)
                .toList();
        all.forEach(field -> refuseUnsayableCodes(fields.get(field.name()), create.position()));
        return all;
    }

    private List<FieldType> listed(YamlMap map, String key) {
        List<FieldType> listed = new ArrayList<>();
        map.list(key).ifPresent(names -> names.forEach(node -> allowed(node).ifPresent(listed::add)));
        return listed;
    }

    private Optional<FieldType> allowed(YamlNode node) {
        String name = node instanceof YamlScalar scalar ? scalar.text() : "";
        CompiledField field = fields.get(name);
        boolean faulty = root.map("fields").filter(map -> map.has(name)).isPresent();
        if (field == null && faulty) {
            return Optional.empty(); // its fault is told where it stands
        }
        if (field == null) {
            in.refuse(
                    node.position(),
                    Text.of("%s 没有映射，不能写入", "%s is not mapped, so it cannot be written", name),
                    Spelling.listed(fields.keySet()),
                    Spelling.didYouMean(name, fields.keySet(), Text.of("先在 fields 中映射它", "map it in fields: first")));
            return Optional.empty();
        }
        if (field.writer().isEmpty()) {
            in.refuse(
                    node.position(),
                    Text.of(
                            "%s 不能写回：%s（%s）",
                            "%s cannot be mapped back: %s (%s)",
                            name,
                            field.whyOneWay(),
                            field.position().toString()),
                    Text.of(
                            "从白名单中去掉它，或改成能写回的形式",
                            "take it off the allow-list, or map it in a form that goes both ways"));
            return Optional.empty();
        }
        refuseUnsayableCodes(field, node.position());
        return Optional.of(field.field());
    }

    private void refuseUnsayableCodes(CompiledField field, Position position) {
        if (!(field.field().type() instanceof DataType.Code code)
                || !(field.writer().orElse(null) instanceof Writers.OfCell cell)
                || !(cell.conversion() instanceof CodeConversion conversion)) {
            return;
        }
        List<String> missing =
                in.dictionary().findCodes(code.list()).map(CodeList::codes).orElse(Map.of()).keySet().stream()
                        .filter(ours -> conversion.codes().write(ours).isEmpty())
                        .toList();
        if (!missing.isEmpty()) {
            in.refuse(
                    position,
                    Text.of(
                            "%s 的这些代码在目标系统中没有说法：%s",
                            "the target has no word for these codes of %s: %s",
                            field.field().name(),
                            String.join(", ", missing)),
                    Text.of(
                            "在 %s 的 codes 中补上，或从白名单中去掉 %s",
                            "add them to codes: at %s, or take %s off the allow-list",
                            field.position().toString(),
                            field.field().name()));
        }
    }

    private Optional<WriteSide.FindBy> find(YamlMap create) {
        Optional<String> column = create.text("find");
        Optional<CompiledField> found = column.flatMap(name -> fields.values().stream()
                .filter(field -> field.writer().isPresent() && field.columns().equals(List.of(name)))
                .findFirst());
        if (column.isPresent() && found.isEmpty()) {
            in.refuse(
                    create.at("find"),
                    Text.of("没有字段写入 %s，无法据以查找", "no field fills %s, so nothing can be found by it", column.get()),
                    Text.of("把一个字段映射到这一列", "map a field to this column"));
        }
        return found.map(field -> new WriteSide.FindBy(column.orElseThrow(), field.field()));
    }

    private Predicate<Record> filter() {
        return write.scalar("when")
                .map(cel -> in.expressions().filter(cel, entity).orElse(record -> false))
                .orElse(record -> true);
    }

    private Map<FieldType, FieldWriter> writers() {
        Map<FieldType, FieldWriter> writers = new LinkedHashMap<>();
        fields.values().forEach(field -> field.writer().ifPresent(writer -> writers.put(field.field(), writer)));
        return writers;
    }
}
