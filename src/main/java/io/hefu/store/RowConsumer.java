package io.hefu.store;

import java.sql.SQLException;

/** Takes the rows of a stream one by one; a row is only valid during the call. */
@FunctionalInterface
public interface RowConsumer {
    void accept(Row row) throws SQLException;
}
