package io.hefu.adapters.jdbc;

import io.hefu.systems.Row;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rows of a selection that hold given values. */
record RowLookup(Database database, Selection selection, JdbcOptions options) {
    /** Places in one statement; every product takes as many. */
    private static final int CHUNK = 500;

    private static final int FIND_LIMIT = 1000;

    List<Row> with(Connection connection, TableColumn column, List<String> values) throws SQLException {
        List<Object> known = values.stream()
                .distinct()
                .map(value -> CellWriter.key(value, column, options.zone()))
                .flatMap(Optional::stream)
                .toList();
        List<Row> found = new ArrayList<>();
        for (int start = 0; start < known.size(); start += CHUNK) {
            chunk(connection, column, known.subList(start, Math.min(known.size(), start + CHUNK)), found);
        }
        return found;
    }

    private void chunk(Connection connection, TableColumn column, List<Object> values, List<Row> found)
            throws SQLException {
        // always as many places, so that the server meets the same statement again
        int places = values.size() == 1 ? 1 : CHUNK;
        Object[] bound = new Object[places];
        for (int i = 0; i < places; i++) {
            bound[i] = database.bound(values.get(Math.min(i, values.size() - 1)), column);
        }
        String in = String.join(", ", Collections.nCopies(places, database.place(column)));
        String sql = selection.sql() + " WHERE " + database.quoted(column.name()) + " IN (" + in + ")";
        try (Cursor cursor = new Cursor(connection, sql, Collections.nCopies(places, column), bound)) {
            take(cursor, found, Integer.MAX_VALUE);
        }
    }

    List<Row> equal(Connection connection, Map<TableColumn, Object> wanted) throws SQLException {
        List<String> conditions = new ArrayList<>();
        List<TableColumn> columns = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        wanted.forEach((column, value) -> {
            String quoted = database.quoted(column.name());
            if (value == null) {
                conditions.add(quoted + " IS NULL");
            } else {
                conditions.add(quoted + " = " + database.place(column));
                columns.add(column);
                values.add(database.bound(value, column));
            }
        });
        String sql = selection.sql() + " WHERE " + String.join(" AND ", conditions);
        List<Row> found = new ArrayList<>();
        try (Cursor cursor = new Cursor(connection, sql, columns, values.toArray())) {
            take(cursor, found, FIND_LIMIT);
        }
        return found;
    }

    private void take(Cursor cursor, List<Row> found, int limit) throws SQLException {
        Object[] cells = cursor.next(selection);
        while (cells != null && found.size() < limit) {
            found.add(new Row(selection.shape(), cells));
            cells = cursor.next(selection);
        }
    }
}
