package io.hefu.adapters.jdbc;

import java.sql.SQLException;

/** A fault while rows of a child table were written; products do not all say which table they mean. */
final class ChildFault extends SQLException {
    private static final long serialVersionUID = 1L;
    private final String table;

    ChildFault(String table, SQLException cause) {
        super(cause.getMessage(), cause.getSQLState(), cause.getErrorCode(), cause);
        this.table = table;
    }

    String table() {
        return table;
    }
}
