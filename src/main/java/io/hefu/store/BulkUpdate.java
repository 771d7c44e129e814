package io.hefu.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * The same update for many rows of one table, each only if it still is what the caller saw.
 *
 * <p>A row of values has those of the keys first, then the expected ones, then the new ones. Keys are distinct within
 * one call. An expected null matches nothing.
 *
 * @param keys which row
 * @param expecting what must still stand there for the row to be updated, usually its version
 * @param set what it gets
 */
public record BulkUpdate(String table, List<Column> keys, List<Column> expecting, List<Column> set) {

    public BulkUpdate {
        Column.requireName(table);
        keys = List.copyOf(keys);
        expecting = List.copyOf(expecting);
        set = List.copyOf(set);
        if (keys.isEmpty() || set.isEmpty()) {
            throw new IllegalArgumentException("An update of " + table + " needs keys and something to set");
        }
    }

    int width() {
        return keys.size() + expecting.size() + set.size();
    }

    /** One prepared update with numbered places, for SQLite. */
    String preparedSql() {
        int conditions = keys.size() + expecting.size();
        List<Column> where = concat(keys, expecting);
        return "update " + table + " set "
                + numbered(set, ", ", (column, i) -> column.name() + " = ?" + (conditions + i + 1)) + " where "
                + numbered(where, " and ", (column, i) -> column.name() + " = ?" + (i + 1));
    }

    /** The columns of the table that the values are copied into on PostgreSQL. */
    List<Column> stagingColumns() {
        List<Column> columns = new ArrayList<>();
        for (Column column : concat(concat(keys, expecting), set)) {
            columns.add(new Column("c" + columns.size(), column.type()));
        }
        return columns;
    }

    /** Named after its shape, so that a connection makes each once and the system catalogue does not churn. */
    String stagingTable() {
        String shape = stagingColumns().stream()
                .map(c -> c.type().name().substring(0, 2))
                .collect(Collectors.joining());
        return "staging_" + shape.toLowerCase(java.util.Locale.ROOT);
    }

    String createStaging() {
        String columns = stagingColumns().stream()
                .map(column -> column.name() + " " + column.type().postgresType())
                .collect(Collectors.joining(", ", " (", ")"));
        return "create temp table if not exists " + stagingTable() + columns + " on commit delete rows";
    }

    String updateFromStaging() {
        int conditions = keys.size() + expecting.size();
        List<Column> where = concat(keys, expecting);
        return "update " + table + " t set "
                + numbered(set, ", ", (column, i) -> column.name() + " = s.c" + (conditions + i)) + " from "
                + stagingTable() + " s where "
                + numbered(where, " and ", (column, i) -> "t." + column.name() + " = s.c" + i);
    }

    private static List<Column> concat(List<Column> first, List<Column> second) {
        List<Column> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private static String numbered(List<Column> columns, String between, BiFunction<Column, Integer, String> form) {
        List<String> parts = new ArrayList<>();
        for (Column column : columns) {
            parts.add(form.apply(column, parts.size()));
        }
        return String.join(between, parts);
    }
}
