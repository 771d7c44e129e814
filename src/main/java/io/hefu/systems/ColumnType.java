package io.hefu.systems;

/** What a source says a column holds. The Java class of a {@link Row}'s cell follows from it. */
public enum ColumnType {
    /** String. */
    TEXT,
    /** Long. */
    INTEGER,
    /** BigDecimal, never a double. */
    DECIMAL,
    /** Boolean. */
    FLAG,
    /** LocalDate. */
    DATE,
    /** LocalDateTime: a clock time whose zone only the system's definition knows. */
    DATETIME,
    /** Instant. */
    TIMESTAMP,
    /** byte[]: text of a declared charset, or a file. */
    BYTES,
    /** List of cells: JSON arrays. */
    LIST,
    /** Map of String to cell: JSON objects. */
    OBJECT,
    /** Only nulls were seen. */
    UNKNOWN
}
