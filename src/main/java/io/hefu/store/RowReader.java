package io.hefu.store;

import java.sql.SQLException;

/** Makes a value of one row; the row is only valid during the call. */
@FunctionalInterface
public interface RowReader<T> {
    T read(Row row) throws SQLException;
}
