package io.hefu.adapters.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes child tables hold what their parents' cells say, in the parents' transaction. */
record ChildWriter(Database database, ZoneId zone) {
    /** A child's row under its parent. */
    private record Child(Object parent, Map<String, Object> cells) {}

    /** For parents that are new. */
    void insert(Connection connection, Map<ChildTable, Map<Object, List<Map<String, Object>>>> wanted)
            throws SQLException {
        for (var table : wanted.entrySet()) {
            try {
                insert(connection, table.getKey(), all(table.getValue()));
            } catch (SQLException refused) {
                throw new ChildFault(table.getKey().table().name(), refused);
            }
        }
    }

    /** For parents that were there: missing rows are added, changed ones updated, others deleted. */
    void replace(Connection connection, Map<ChildTable, Map<Object, List<Map<String, Object>>>> wanted)
            throws SQLException {
        for (var table : wanted.entrySet()) {
            if (table.getKey().key().isPresent()) {
                merge(connection, table.getKey(), table.getKey().key().get(), table.getValue());
            } else {
                delete(
                        connection,
                        table.getKey(),
                        new ArrayList<>(table.getValue().keySet()));
                insert(connection, table.getKey(), all(table.getValue()));
            }
        }
    }

    void delete(Connection connection, ChildTable child, List<Object> parents) throws SQLException {
        String sql = "DELETE FROM " + child.table().source() + " WHERE "
                + Statements.equal(database, List.of(child.parent()));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Statements.batch(statement, List.of(child.parent()), singles(parents, child.parent()));
        }
    }

    private List<Object[]> singles(List<Object> values, TableColumn column) {
        return values.stream()
                .map(value -> new Object[] {database.bound(value, column)})
                .toList();
    }

    private static List<Child> all(Map<Object, List<Map<String, Object>>> byParent) {
        List<Child> children = new ArrayList<>();
        byParent.forEach((parent, rows) -> rows.forEach(cells -> children.add(new Child(parent, cells))));
        return children;
    }

    private void merge(
            Connection connection, ChildTable child, TableColumn key, Map<Object, List<Map<String, Object>>> wanted)
            throws SQLException {
        List<Child> fresh = new ArrayList<>();
        List<Child> changed = new ArrayList<>();
        List<Object[]> gone = new ArrayList<>();
        for (var parent : wanted.entrySet()) {
            Set<String> there = keysOf(connection, child, key, parent.getKey());
            Set<String> named = new HashSet<>();
            for (Map<String, Object> cells : parent.getValue()) {
                String own = TableReading.text(CellWriter.fitted(cells.get(key.name()), key, zone));
                named.add(own);
                (there.contains(own) ? changed : fresh).add(new Child(parent.getKey(), cells));
            }
            there.stream()
                    .filter(own -> !named.contains(own))
                    .forEach(own -> gone.add(new Object[] {
                        database.bound(parent.getKey(), child.parent()),
                        database.bound(CellWriter.fitted(own, key, zone), key)
                    }));
        }
        deleteRows(connection, child, key, gone);
        update(connection, child, key, changed);
        insert(connection, child, fresh);
    }

    private Set<String> keysOf(Connection connection, ChildTable child, TableColumn key, Object parent)
            throws SQLException {
        String sql = "SELECT " + database.quoted(key.name()) + " FROM "
                + child.table().source() + " WHERE " + Statements.equal(database, List.of(child.parent()));
        CellReader reader = Cells.standard(key.type());
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Statements.bind(statement, 1, database.bound(parent, child.parent()), child.parent());
            Set<String> keys = new HashSet<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    keys.add(TableReading.text(reader.read(rows, 1)));
                }
            }
            return keys;
        }
    }

    private void deleteRows(Connection connection, ChildTable child, TableColumn key, List<Object[]> gone)
            throws SQLException {
        if (gone.isEmpty()) {
            return;
        }
        List<TableColumn> columns = List.of(child.parent(), key);
        String sql = "DELETE FROM " + child.table().source() + " WHERE " + Statements.equal(database, columns);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Statements.batch(statement, columns, gone);
        }
    }

    private void update(Connection connection, ChildTable child, TableColumn key, List<Child> changed)
            throws SQLException {
        for (var group : grouped(child, changed).entrySet()) {
            List<TableColumn> sets = group.getKey().stream()
                    .filter(column -> !column.equals(key) && !column.equals(child.parent()))
                    .toList();
            if (sets.isEmpty()) {
                continue;
            }
            List<TableColumn> order = new ArrayList<>(sets);
            order.addAll(List.of(child.parent(), key));
            String sql = Statements.update(database, child.table().source(), sets, List.of(child.parent(), key));
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                Statements.batch(statement, order, values(child, order, group.getValue()));
            }
        }
    }

    private void insert(Connection connection, ChildTable child, List<Child> fresh) throws SQLException {
        for (var group : grouped(child, fresh).entrySet()) {
            List<TableColumn> columns = new ArrayList<>(group.getKey());
            if (!columns.contains(child.parent())) {
                columns.add(child.parent());
            }
            database.inserting(child.table(), columns, null)
                    .insert(connection, values(child, columns, group.getValue()));
        }
    }

    private static Map<List<TableColumn>, List<Child>> grouped(ChildTable child, List<Child> rows) {
        Map<List<TableColumn>, List<Child>> groups = new LinkedHashMap<>();
        for (Child row : rows) {
            List<TableColumn> columns = child.table().columns().stream()
                    .filter(column -> row.cells().containsKey(column.name()))
                    .toList();
            groups.computeIfAbsent(columns, any -> new ArrayList<>()).add(row);
        }
        return groups;
    }

    private List<Object[]> values(ChildTable child, List<TableColumn> columns, List<Child> rows) {
        return rows.stream()
                .map(row -> columns.stream()
                        .map(column -> column.equals(child.parent())
                                ? database.bound(row.parent(), column)
                                : database.bound(
                                        CellWriter.fitted(row.cells().get(column.name()), column, zone), column))
                        .toArray())
                .toList();
    }
}
