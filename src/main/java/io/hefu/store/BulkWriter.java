package io.hefu.store;

import java.sql.SQLException;

/**
 * Inserts many rows into one table within a transaction. Rows are collected and sent in large pieces; what is still
 * collected is sent before the next statement of the transaction and before its commit, so none is forgotten.
 */
public interface BulkWriter {

    /**
     * Adds a row.
     *
     * @param values one for each column, of its Java type, or null or Optional
     * @throws IllegalArgumentException if there are too few, too many, or one is of another type
     */
    void add(Object... values) throws SQLException;

    /** Sends what is collected; a unique violation may show here. */
    void flush() throws SQLException;

    /** How many rows were added. */
    long added();
}
