package io.hefu.mapping;

import io.hefu.definition.Position;
import io.hefu.definition.Spelling;
import io.hefu.definition.Text;
import io.hefu.definition.YamlMap;
import io.hefu.definition.YamlNode;
import io.hefu.dictionary.DataType;
import io.hefu.dictionary.EntityType;
import io.hefu.dictionary.FieldType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compiles the fields of an entity, or of the elements of a list. */
final class LevelCompiler {
    private final MappingContext in;
    private final EntityType type;
    private final YamlMap fields;
    private final Slots slots = new Slots();
    private final HashPlan plan = new HashPlan(slots);
    private final SourceNode sources;
    private final Optional<LevelCompiler> around;
    private final List<ListReader.FromAbove> fromAbove = new ArrayList<>();

    /** @param around the level of the record that holds the list, when this is the level of a list's elements */
    LevelCompiler(MappingContext in, EntityType type, YamlMap fields, Optional<LevelCompiler> around) {
        this.around = around;
        this.in = in;
        this.type = type;
        this.fields = fields;
        this.sources = new SourceNode(fields.position());
    }

    MappingContext in() {
        return in;
    }

    Slots slots() {
        return slots;
    }

    SourceNode sources() {
        return sources;
    }

    HashPlan plan() {
        return plan;
    }

    EntityType type() {
        return type;
    }

    /** A column of the record around the list; empty when there is none around. */
    Optional<CellPath> above(String column, Position position) {
        return around.map(outer -> {
            CellPath here = CellPath.above(column, slots);
            CellPath there = CellPath.of(column, outer.slots);
            fromAbove.add(new ListReader.FromAbove(here, there));
            outer.sources.reads(there.steps(), position, false, there.ofAnyElement());
            return here;
        });
    }

    List<ListReader.FromAbove> fromAbove() {
        return List.copyOf(fromAbove);
    }

    List<CompiledField> compile() {
        List<CompiledField> compiled = new ArrayList<>();
        fields.entries().forEach((name, node) -> field(name, node).ifPresent(compiled::add));
        return compiled;
    }

    private Optional<CompiledField> field(String name, YamlNode node) {
        Optional<FieldType> field = type.find(name);
        if (field.isEmpty()) {
            List<String> names = type.fields().stream().map(FieldType::name).toList();
            in.refuse(
                    node.position(),
                    Text.of("字典中的%s没有字段 %s", "%s of the dictionary has no field %s", type.title(), name),
                    Spelling.listed(names),
                    Spelling.didYouMean(
                            name,
                            names,
                            Text.of(
                                    "先在 %s 中定义它",
                                    "define it in %s first", type.position().file())));
            return Optional.empty();
        }
        return new FormCompiler(this, field.get(), form(node)).compile();
    }

    /** A column's name alone is short for {@code from:}. */
    private static YamlMap form(YamlNode node) {
        return node instanceof YamlMap map ? map : new YamlMap(node.position(), Map.of("from", node));
    }

    Level level(List<CompiledField> compiled, Optional<RowFilter> only) {
        List<Level.Bound> bound = compiled.stream()
                .map(each -> new Level.Bound(
                        each.field(), each.source(), each.reader(), each.field().required(), each.position()))
                .toList();
        return new Level(type, slots, bound, only);
    }

    /** A required field that no form fills would make every record faulty for a reason that stands in the files. */
    void refuseMissing(List<CompiledField> compiled, Text attempt) {
        List<String> missing = type.fields().stream()
                .filter(FieldType::required)
                .filter(field -> !(field.type() instanceof DataType.ListOf))
                .map(FieldType::name)
                .filter(name -> !fields.has(name))
                .toList();
        if (!missing.isEmpty() && !compiled.isEmpty()) {
            in.refuse(
                    fields.position(),
                    Text.of("必填字段没有映射：%s", "required fields are not mapped: %s", String.join(", ", missing)),
                    attempt);
        }
    }

    /** How many parts of each split cell are mapped. */
    Map<String, Integer> parts() {
        Map<String, Integer> parts = new LinkedHashMap<>();
        fields.entries().values().forEach(node -> {
            if (node instanceof YamlMap form && form.has("split")) {
                parts.merge(splitOf(form), part(form), Math::max);
            }
        });
        return parts;
    }

    static String splitOf(YamlMap form) {
        return form.text("from").orElse("") + "\u0000" + form.text("split").orElse("");
    }

    static int part(YamlMap form) {
        return form.text("part").map(Integer::valueOf).orElse(1);
    }
}
