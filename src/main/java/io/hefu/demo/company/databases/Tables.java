package io.hefu.demo.company.databases;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Makes tables from a script and fills them in batches, over one connection. */
final class Tables {
    private final Connection connection;

    Tables(Connection connection) {
        this.connection = connection;
    }

    /** Runs a script beside this class; its statements end with a semicolon at the end of a line. */
    void run(String script) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : read(script).split(";\\s*\\n")) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
        }
    }

    private static String read(String script) {
        try (InputStream stream = Tables.class.getResourceAsStream(script)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new IllegalStateException("cannot read the script " + script, unreadable);
        }
    }

    /** Inserts rows of values, in the order of the columns; an empty {@link Optional} is null. */
    void fill(String table, String columns, List<Object[]> rows) throws SQLException {
        int width = columns.split(",").length;
        String marks = String.join(",", Collections.nCopies(width, "?"));
        String sql = "insert into " + table + " (" + columns + ") values (" + marks + ")";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (Object[] row : rows) {
                for (int column = 0; column < width; column++) {
                    Object value = row[column] instanceof Optional<?> maybe ? maybe.orElse(null) : row[column];
                    insert.setObject(column + 1, value);
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Runs one statement with its values and returns how many rows it touched. */
    int change(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }
}
