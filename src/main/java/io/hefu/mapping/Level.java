package io.hefu.mapping;

import io.hefu.definition.Position;
import io.hefu.dictionary.EntityType;
import io.hefu.dictionary.FieldType;
import io.hefu.dictionary.Record;
import io.hefu.systems.Row;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fields of one entity or part, read from one record or element. */
final class Level {
    private final EntityType type;
    private final Slots slots;
    private final Bound[] fields;
    private final Optional<RowFilter> only;

    /** A field and what reads it. */
    record Bound(FieldType field, String source, FieldReader reader, boolean required, Position position) {}

    Level(EntityType type, Slots slots, List<Bound> fields, Optional<RowFilter> only) {
        this.type = type;
        this.slots = slots;
        this.fields = fields.toArray(Bound[]::new);
        this.only = only;
    }

    /** Those that are read. */
    Set<FieldType> fields() {
        return Stream.of(fields).map(Bound::field).collect(Collectors.toUnmodifiableSet());
    }

    Slots slots() {
        return slots;
    }

    Cells cells(Object holder) {
        return holder instanceof Row row ? slots.cells(row) : slots.cells((Map<?, ?>) holder);
    }

    /** Empty when the filter leaves the record out. A record of which a field is faulty is only good for its faults. */
    Optional<Record> read(Object holder, RowFaults faults) {
        return read(cells(holder), faults);
    }

    Optional<Record> read(Cells cells, RowFaults faults) {
        return only.isPresent() && !only.get().lets(cells, faults)
                ? Optional.empty()
                : Optional.of(record(cells, faults));
    }

    Record record(Cells cells, RowFaults faults) {
        Object[] values = new Object[type.fields().size()];
        for (Bound bound : fields) {
            Object value = bound.reader.read(cells, faults);
            if (value instanceof Refusal refusal) {
                faults.add(bound.source, refusal, bound.position);
            } else if (value == Record.Nothing.NULL && bound.required) {
                faults.add(bound.source, Refusal.required(), bound.position);
            } else {
                values[bound.field.index()] = value;
            }
        }
        return Record.ofOwned(type, values);
    }
}
