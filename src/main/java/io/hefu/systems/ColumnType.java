package io.hefu.systems;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

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
    UNKNOWN;

    /** What holds such a cell; UNKNOWN for a null. */
    public static ColumnType of(Object cell) {
        if (cell instanceof String) {
            return TEXT;
        } else if (cell instanceof Long) {
            return INTEGER;
        } else if (cell instanceof BigDecimal) {
            return DECIMAL;
        } else if (cell instanceof Boolean) {
            return FLAG;
        } else if (cell instanceof List) {
            return LIST;
        }
        return cell instanceof Map ? OBJECT : ofRarer(cell);
    }

    private static ColumnType ofRarer(Object cell) {
        if (cell instanceof Instant) {
            return TIMESTAMP;
        } else if (cell instanceof LocalDateTime) {
            return DATETIME;
        } else if (cell instanceof LocalDate) {
            return DATE;
        }
        return cell instanceof byte[] ? BYTES : UNKNOWN;
    }
}
