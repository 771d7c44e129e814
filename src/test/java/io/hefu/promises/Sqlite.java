package io.hefu.promises;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** The database of a real system, as its own users see it. */
final class Sqlite {
    private final String url;

    Sqlite(Path file, String schema) {
        url = "jdbc:sqlite:" + file;
        execute("pragma journal_mode = wal");
        for (String statement : schema.split(";")) {
            if (!statement.isBlank()) {
                execute(statement);
            }
        }
    }

    void execute(String sql, Object... values) {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            statement.execute();
        } catch (SQLException fault) {
            throw new IllegalStateException(sql, fault);
        }
    }

    /** Every row of a table, in the order of its first column. */
    List<Map<String, Object>> rows(String table) {
        return query("select * from " + table + " order by 1");
    }

    List<Map<String, Object>> query(String sql, Object... values) {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            ResultSet result = statement.executeQuery();
            List<Map<String, Object>> rows = new ArrayList<>();
            while (result.next()) {
                Map<String, Object> row = new LinkedHashMap<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.put(result.getMetaData().getColumnName(i), result.getObject(i));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException fault) {
            throw new IllegalStateException(sql, fault);
        }
    }

    Object value(String sql, Object... values) {
        return query(sql, values).get(0).values().iterator().next();
    }

    /** Inserts or replaces a row; cells as name and value in turn. */
    void put(String table, Object... cells) {
        StringJoiner names = new StringJoiner(", ");
        StringJoiner places = new StringJoiner(", ");
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < cells.length; i += 2) {
            names.add((String) cells[i]);
            places.add("?");
            values.add(cells[i + 1]);
        }
        execute("insert or replace into " + table + " (" + names + ") values (" + places + ")", values.toArray());
    }

    /** Changes one cell of the row with this key. */
    void change(String table, Object key, String column, Object value) {
        String keyColumn = (String) query("select name from pragma_table_info('" + table + "') order by cid limit 1")
                .get(0)
                .get("name");
        execute("update " + table + " set " + column + " = ? where " + keyColumn + " = ?", value, key);
    }

    void delete(String table, String where, Object... values) {
        execute("delete from " + table + " where " + where, values);
    }

    /** Many statements in one transaction. */
    void load(String sql, List<Object[]> rows) {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            connection.setAutoCommit(false);
            for (Object[] row : rows) {
                bind(statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
            connection.commit();
        } catch (SQLException fault) {
            throw new IllegalStateException(sql, fault);
        }
    }

    /** Everything in the database, to be compared. */
    String contents() {
        StringBuilder all = new StringBuilder();
        for (Map<String, Object> table : query("select name from sqlite_master where type = 'table' order by name")) {
            all.append(table.get("name")).append('\n');
            query("select * from " + table.get("name") + " order by 1, 2").forEach(row -> {
                row.values()
                        .forEach(cell -> all.append(
                                        cell instanceof byte[] bytes
                                                ? java.util.HexFormat.of().formatHex(bytes)
                                                : cell)
                                .append('|'));
                all.append('\n');
            });
        }
        return all.toString();
    }

    private static void bind(PreparedStatement statement, Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    private Connection connect() throws SQLException {
        Connection connection = DriverManager.getConnection(url);
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma busy_timeout = 5000");
            statement.execute("pragma synchronous = off");
        }
        return connection;
    }
}
