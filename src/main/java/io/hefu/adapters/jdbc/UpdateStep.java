package io.hefu.adapters.jdbc;

import io.hefu.systems.WriteResult;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Changes rows that are there; never makes one. Many rows go into a temporary table first and are then joined: the two
 * bulk inserts of the products are faster than their updates.
 */
record UpdateStep(
        Database database,
        Table table,
        TableColumn key,
        List<TableColumn> columns,
        RowFaults faults,
        boolean mayStage,
        ZoneId zone)
        implements WriteStep {

    @Override
    public List<WriteResult> write(Connection connection, List<Planned> rows) throws SQLException {
        Set<Integer> missing = missing(connection, rows);
        List<WriteResult> results = new ArrayList<>(rows.size());
        List<Planned> written = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            String own = TableReading.text(rows.get(i).key());
            results.add(
                    missing.contains(i)
                            ? new WriteResult.Rejected(faults.noSuchRow(own), false)
                            : new WriteResult.Written(own));
            if (!missing.contains(i)) {
                written.add(rows.get(i));
            }
        }
        new ChildWriter(database, zone)
                .replace(
                        connection,
                        WriteStep.children(
                                written, written.stream().map(Planned::key).toList()));
        return results;
    }

    private Set<Integer> missing(Connection connection, List<Planned> rows) throws SQLException {
        if (columns.isEmpty()) {
            return notThere(connection, rows);
        }
        boolean distinct = rows.stream().map(Planned::key).distinct().count() == rows.size();
        return mayStage && distinct && rows.size() >= database.stagedFrom()
                ? staged(connection, rows)
                : batched(connection, rows);
    }

    private Set<Integer> batched(Connection connection, List<Planned> rows) throws SQLException {
        List<TableColumn> order = new ArrayList<>(columns);
        order.add(key);
        String sql = Statements.update(database, table.source(), columns, List.of(key));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int[] counts = Statements.batch(
                    statement, order, rows.stream().map(this::withKeyLast).toList());
            Set<Integer> missing = new HashSet<>();
            for (int i = 0; i < counts.length; i++) {
                if (counts[i] == 0) {
                    missing.add(i);
                }
            }
            return missing;
        }
    }

    private Object[] withKeyLast(Planned row) {
        Object[] values = java.util.Arrays.copyOf(row.values(), row.values().length + 1);
        values[values.length - 1] = database.bound(row.key(), key);
        return values;
    }

    private Set<Integer> staged(Connection connection, List<Planned> rows) throws SQLException {
        List<TableColumn> order = new ArrayList<>(columns);
        order.add(key);
        String names = Statements.names(database, order);
        Statements.run(connection, database.staging(table.source(), names).toArray(String[]::new));
        Table stage = new Table(table.resource(), "hefu_staged", "hefu_staged", order);
        database.inserting(stage, order, null)
                .insert(connection, rows.stream().map(this::withKeyLast).toList());
        String quotedKey = database.quoted(key.name());
        List<String> quoted =
                columns.stream().map(column -> database.quoted(column.name())).toList();
        try (Statement statement = connection.createStatement()) {
            int updated = statement.executeUpdate(database.stagedUpdate(table.source(), quotedKey, quoted));
            return updated == rows.size() ? Set.of() : unmatched(statement, quotedKey, rows);
        }
    }

    private Set<Integer> unmatched(Statement statement, String quotedKey, List<Planned> rows) throws SQLException {
        String sql = "SELECT s." + quotedKey + " FROM hefu_staged s LEFT JOIN " + table.source() + " t ON t."
                + quotedKey + " = s." + quotedKey + " WHERE t." + quotedKey + " IS NULL";
        CellReader reader = Cells.standard(key.type());
        Set<String> keys = new HashSet<>();
        try (ResultSet found = statement.executeQuery(sql)) {
            while (found.next()) {
                keys.add(TableReading.text(reader.read(found, 1)));
            }
        }
        Set<Integer> missing = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            if (keys.contains(TableReading.text(rows.get(i).key()))) {
                missing.add(i);
            }
        }
        return missing;
    }

    private Set<Integer> notThere(Connection connection, List<Planned> rows) throws SQLException {
        String sql = "SELECT 1 FROM " + table.source() + " WHERE " + Statements.equal(database, List.of(key));
        Set<Integer> missing = new HashSet<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < rows.size(); i++) {
                Statements.bind(statement, 1, database.bound(rows.get(i).key(), key), key);
                try (ResultSet found = statement.executeQuery()) {
                    if (!found.next()) {
                        missing.add(i);
                    }
                }
            }
        }
        return missing;
    }
}
