package io.hefu.adapters.jdbc;

import io.hefu.definition.YamlMap;
import io.hefu.systems.OutgoingRow;
import io.hefu.systems.SystemDefinition;
import io.hefu.systems.SystemFault;
import io.hefu.systems.WriteOperation;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Sorts the rows of a write into groups of equal columns, and fits their cells. */
final class WritePlan {
    private final Database database;
    private final Table table;
    private final TableColumn key;
    private final List<ChildTable> children;
    private final JdbcFaults faults;
    private final ZoneId zone;

    WritePlan(
            Database database,
            Table table,
            TableColumn key,
            List<ChildTable> children,
            JdbcFaults faults,
            ZoneId zone) {
        this.database = database;
        this.table = table;
        this.key = key;
        this.children = children;
        this.faults = faults;
        this.zone = zone;
    }

    /** The child tables that a resource declares. */
    static List<ChildTable> children(
            Tables tables, Connection connection, SystemDefinition system, String resource, JdbcFaults faults)
            throws SQLException {
        List<ChildTable> found = new ArrayList<>();
        YamlMap declared = system.resource(resource)
                .flatMap(map -> map.map("children"))
                .orElse(new YamlMap(system.settings().position(), Map.of()));
        for (String cell : declared.entries().keySet()) {
            YamlMap child = declared.map(cell).orElseThrow();
            Table table = tables.ofName(connection, child.text("table").orElse(cell));
            found.add(new ChildTable(
                    cell,
                    table,
                    column(table, child.text("parent").orElse(""), faults),
                    child.text("key").map(name -> column(table, name, faults))));
        }
        return found;
    }

    private static TableColumn column(Table table, String name, JdbcFaults faults) {
        return table.column(name).orElseThrow(() -> faults.noSuchColumn(table, name));
    }

    /**
     * @param write takes the refusal of rows whose cells cannot be
     * @throws SystemFault when a cell names a column that the table does not have
     */
    Map<List<TableColumn>, List<Planned>> groups(
            WriteOperation operation, List<OutgoingRow> rows, TableWrite write, RowFaults rowFaults) {
        Map<Set<String>, Group> groups = new LinkedHashMap<>();
        Group group = null;
        for (int place = 0; place < rows.size(); place++) {
            OutgoingRow row = rows.get(place);
            if (group == null || !group.fits(row)) {
                Group other = new Group(row, names(row, operation));
                group = groups.computeIfAbsent(other.names, names -> other.withColumns());
            }
            try {
                group.rows.add(planned(place, row, group));
            } catch (CellWriter.IllegalCell illegal) {
                write.refuse(place, rowFaults.of(illegal));
            }
        }
        Map<List<TableColumn>, List<Planned>> planned = new LinkedHashMap<>();
        groups.values().forEach(each -> planned.put(each.columns, each.rows));
        return planned;
    }

    /** Rows of equal columns, as most that follow one another are. */
    private final class Group {
        private final Set<String> cells;
        private final boolean keyed;
        private final Set<String> names;
        private final List<Planned> rows = new ArrayList<>();
        private List<TableColumn> columns = List.of();
        private int keyPlace = -1;

        Group(OutgoingRow row, Set<String> names) {
            this.cells = row.cells().keySet();
            this.keyed = row.key().isPresent();
            this.names = names;
        }

        boolean fits(OutgoingRow row) {
            return row.key().isPresent() == keyed && row.cells().keySet().equals(cells);
        }

        Group withColumns() {
            columns = names.stream().map(name -> column(table, name, faults)).toList();
            keyPlace = columns.indexOf(key);
            return this;
        }
    }

    private Set<String> names(OutgoingRow row, WriteOperation operation) {
        Set<String> names = new TreeSet<>();
        if (operation != WriteOperation.DELETE) {
            names.addAll(row.cells().keySet());
            children.forEach(child -> names.remove(child.cell()));
        }
        if (operation == WriteOperation.CREATE) {
            row.key().ifPresent(given -> names.add(key.name()));
        } else {
            names.remove(key.name());
        }
        return names;
    }

    private Planned planned(int place, OutgoingRow row, Group group) {
        Object own = CellWriter.fitted(
                row.key().isPresent() ? row.key().get() : row.cells().get(key.name()), key, zone);
        Object[] values = new Object[group.columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = i == group.keyPlace ? database.bound(own, key) : bound(row, group.columns.get(i));
        }
        return new Planned(place, row, own, values, childRows(row));
    }

    private Object bound(OutgoingRow row, TableColumn column) {
        return database.bound(CellWriter.fitted(row.cells().get(column.name()), column, zone), column);
    }

    @SuppressWarnings("unchecked") // a child cell is a list of maps by contract, and looked at before
    private Map<ChildTable, List<Map<String, Object>>> childRows(OutgoingRow row) {
        Map<ChildTable, List<Map<String, Object>>> found = new LinkedHashMap<>();
        for (ChildTable child : children) {
            Object cell = row.cells().get(child.cell());
            if (cell instanceof List<?> list && list.stream().allMatch(Map.class::isInstance)) {
                found.put(child, checked((List<Map<String, Object>>) list, child));
            } else if (cell != null) {
                throw new CellWriter.IllegalCell(child.parent(), cell);
            }
        }
        return found;
    }

    private List<Map<String, Object>> checked(List<Map<String, Object>> rows, ChildTable child) {
        for (Map<String, Object> cells : rows) {
            cells.forEach((name, cell) -> CellWriter.fitted(cell, column(child.table(), name, faults), zone));
        }
        return rows;
    }
}
