package io.hefu.expression;

import io.hefu.dictionary.DataType;
import io.hefu.dictionary.EntityType;
import java.util.Optional;

/** What an expression can speak of. {@code today} is there in every scope. */
public sealed interface Scope {
    /**
     * A canonical record: {@code record}, {@code before} (the record as it was; every field of it may be missing, since a
     * new record has no before) and {@code changed('field')}.
     */
    record OverRecord(EntityType entity) implements Scope {}

    /** A source's row: {@code row.column} or {@code row['any name']}; the values are of no declared type. */
    record OverRow() implements Scope {}

    /**
     * One stored value: {@code value}.
     *
     * @param type what the value was stored as; empty when that is not known
     */
    record OverValue(Optional<DataType> type) implements Scope {}
}
