package io.hefu.drift;

import io.hefu.systems.ColumnType;

/**
 * A field of a source as it was seen.
 *
 * @param type what it held; UNKNOWN as long as only nulls were seen
 * @param carriers how many of the source's records carried it
 */
record KnownField(ColumnType type, long carriers) {
    KnownField seen(ColumnType now, long more) {
        return new KnownField(type == ColumnType.UNKNOWN ? now : type, carriers + more);
    }

    /** Whether the field still holds what it held: numbers of either kind, dates of any precision. */
    boolean holds(ColumnType now) {
        return type == ColumnType.UNKNOWN || now == ColumnType.UNKNOWN || family(type) == family(now);
    }

    private static ColumnType family(ColumnType type) {
        return switch (type) {
            case INTEGER, DECIMAL -> ColumnType.DECIMAL;
            case DATE, DATETIME, TIMESTAMP -> ColumnType.DATE;
            default -> type;
        };
    }
}
