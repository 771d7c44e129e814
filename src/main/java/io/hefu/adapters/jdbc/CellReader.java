package io.hefu.adapters.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Reads one cell of the class that its {@link io.hefu.systems.ColumnType} names. A value that this class cannot hold
 * (not-a-number, infinity, a zero date, broken text) comes as the text or bytes that it is, so that mapping sees and
 * quarantines it.
 */
interface CellReader {
    /** @return Java null for the database's null */
    Object read(ResultSet rows, int place) throws SQLException;
}
