package io.hefu.mapping;

import io.hefu.dictionary.FieldType;
import io.hefu.dictionary.Record;
import io.hefu.dictionary.Reference;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** How an entity is told to a system, compiled. Nothing outside the two allow-lists ever leaves. */
record CompiledWriteSide(
        String resource,
        String key,
        boolean creates,
        boolean updates,
        boolean deletes,
        Optional<FindBy> find,
        Set<FieldType> createFields,
        Set<FieldType> updateFields,
        List<ReadSide.Child> children,
        Predicate<Record> filter,
        Map<FieldType, FieldWriter> writers)
        implements WriteSide {

    @Override
    public boolean lets(Record record) {
        return filter.test(record);
    }

    @Override
    public Map<String, Object> toCells(
            Record record, Set<FieldType> fields, Function<Reference.Known, Optional<String>> keys) {
        Outgoing out = new Outgoing(record, keys, Optional.empty());
        // A create asks for the whole list itself, a million times in a load.
        Predicate<FieldType> wanted =
                fields == createFields ? fields::contains : field -> fields.contains(field) && allows(field);
        writers.forEach((field, writer) -> {
            Object raw = record.raw(field.index());
            if (raw != null && wanted.test(field)) {
                writer.write(raw == Record.Nothing.NULL ? null : raw, out);
            }
        });
        return out.cells();
    }

    private boolean allows(FieldType field) {
        return createFields.contains(field) || updateFields.contains(field);
    }

    static Set<FieldType> inOrder(List<FieldType> fields) {
        return java.util.Collections.unmodifiableSet(new LinkedHashSet<>(fields));
    }
}
