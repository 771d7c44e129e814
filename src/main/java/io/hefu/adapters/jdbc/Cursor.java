package io.hefu.adapters.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** A query under way, streamed. */
final class Cursor implements AutoCloseable {
    private final PreparedStatement statement;
    private final ResultSet rows;

    Cursor(Connection connection, String sql, List<TableColumn> columns, Object... values) throws SQLException {
        statement = connection.prepareStatement(sql, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
        try {
            statement.setFetchSize(Database.FETCH_SIZE);
            for (int i = 0; i < values.length; i++) {
                Statements.bind(statement, i + 1, values[i], columns.get(i));
            }
            rows = statement.executeQuery();
        } catch (SQLException failed) {
            statement.close();
            throw failed;
        }
    }

    /** @return Java null at the end */
    Object[] next(Selection selection) throws SQLException {
        return rows.next() ? selection.row(rows) : null;
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
