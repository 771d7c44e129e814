package io.hefu.ledger;

import io.hefu.dictionary.Uid;
import java.util.List;
import java.util.Optional;

/**
 * What a batch changed in a golden record that was there before.
 *
 * @param version that the record has after the change
 */
public record Change(Uid uid, long version, long batch, List<Field> fields) {
    public Change {
        fields = List.copyOf(fields);
    }

    /**
     * One field, with its values as a person reads them.
     *
     * @param field its name when it changed
     * @param before empty: it had none
     * @param after empty: it has none
     * @param system whose word counts now; empty when nobody speaks of it any more
     * @param kind what happened to it
     */
    public record Field(String field, Optional<String> before, Optional<String> after, String system, Kind kind) {}

    /** What happened to a field. The order is stored: only ever add at the end. */
    public enum Kind {
        /** Its merged value is another. */
        CHANGED,
        /** A new value is held back; before is what still counts, after what waits. */
        HELD,
        /** The record was deleted by the last system that had it; the field is named {@code *}. */
        DELETED,
        /** A deleted record came back; the field is named {@code *}. */
        RETURNED
    }
}
