package io.hefu.store;

import java.sql.SQLException;

/**
 * Inserts many rows into one table within a transaction. Rows are collected and sent in large pieces; what is still
 * collected is sent before the next statement of the transaction and before its commit, so none is forgotten. Ask for
 * the writer of a table before that of a table that refers to it: rows are sent in that order.
 */
public interface BulkWriter {

    /**
     * Adds a row.
     *
     * @param values one for each column, of its Java type, or null or Optional
     * @throws IllegalArgumentException if there are too few, too many, or one is of another type
     */
    void add(Object... values) throws SQLException;

    /** Sends what is collected, here and in the writers asked for earlier; a unique violation may show here. */
    void flush() throws SQLException;

    /** How many rows were added. */
    long added();
}
