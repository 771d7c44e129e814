package io.hefu.rules;

import io.hefu.dictionary.EntityType;
import io.hefu.dictionary.FieldType;
import io.hefu.dictionary.Record;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A merged record that the rules look at.
 *
 * @param before the merged record as it was; empty for a new one
 * @param after as it would be, with references identified
 * @param changed the fields whose value differs; of a new record all that have a value
 * @param due the ids of the rules whose clock rang for this record
 */
public record Considered(
        EntityType entity, Optional<Record> before, Record after, Set<FieldType> changed, Set<String> due) {
    public Considered {
        changed = Set.copyOf(changed);
        due = Set.copyOf(due);
    }

    /** A record that changed, no clock ringing. */
    public static Considered changed(Optional<Record> before, Record after) {
        return new Considered(after.type(), before, after, differences(before, after), Set.of());
    }

    /** A record that did not change, of which clocks rang. */
    public static Considered due(Record record, Set<String> rules) {
        return new Considered(record.type(), Optional.of(record), record, Set.of(), rules);
    }

    private static Set<FieldType> differences(Optional<Record> before, Record after) {
        Record former = before.orElseGet(() -> Record.empty(after.type()));
        Set<FieldType> fields = new HashSet<>();
        for (FieldType field : after.type().fields()) {
            if (!Objects.equals(former.raw(field.index()), after.raw(field.index()))) {
                fields.add(field);
            }
        }
        return fields;
    }
}
