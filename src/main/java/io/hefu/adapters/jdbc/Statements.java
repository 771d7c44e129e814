package io.hefu.adapters.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;

/** Statements that every product says alike. */
final class Statements {
    private Statements() {}

    static String names(Database database, List<TableColumn> columns) {
        return columns.stream().map(column -> database.quoted(column.name())).collect(Collectors.joining(", "));
    }

    static String insert(Database database, String target, List<TableColumn> columns) {
        String places = columns.stream().map(database::place).collect(Collectors.joining(", "));
        return "INSERT INTO " + target + " (" + names(database, columns) + ") VALUES (" + places + ")";
    }

    static String update(Database database, String target, List<TableColumn> columns, List<TableColumn> keys) {
        String sets = columns.stream()
                .map(column -> database.quoted(column.name()) + " = " + database.place(column))
                .collect(Collectors.joining(", "));
        return "UPDATE " + target + " SET " + sets + " WHERE " + equal(database, keys);
    }

    static String equal(Database database, List<TableColumn> columns) {
        return columns.stream()
                .map(column -> database.quoted(column.name()) + " = " + database.place(column))
                .collect(Collectors.joining(" AND "));
    }

    static int[] batch(PreparedStatement statement, List<TableColumn> columns, List<Object[]> values)
            throws SQLException {
        for (Object[] row : values) {
            bind(statement, columns, row);
            statement.addBatch();
        }
        return statement.executeBatch();
    }

    static void bind(PreparedStatement statement, List<TableColumn> columns, Object[] row) throws SQLException {
        for (int i = 0; i < row.length; i++) {
            bind(statement, i + 1, row[i], columns.get(i));
        }
    }

    static void bind(PreparedStatement statement, int place, Object value, TableColumn column) throws SQLException {
        if (value == null) {
            statement.setNull(place, column.jdbcType());
        } else if (value instanceof String text) {
            statement.setString(place, text);
        } else {
            statement.setObject(place, value);
        }
    }

    static void run(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
