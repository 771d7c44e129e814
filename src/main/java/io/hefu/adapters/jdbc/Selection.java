package io.hefu.adapters.jdbc;

import io.hefu.systems.Shape;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The columns of a table that are read, and how each cell is. */
final class Selection {
    private final Table table;
    private final List<TableColumn> columns;
    private final String list;
    private final CellReader[] readers;
    private final Shape shape;

    /**
     * @param wanted all when empty; a column that is no longer there is left out, which the shape then tells
     * @param raw text columns whose bytes are decoded here
     */
    Selection(Database database, Table table, List<String> wanted, Set<String> raw, JdbcOptions options) {
        this.table = table;
        columns = table.columns().stream()
                .filter(column -> wanted.isEmpty() || wanted.contains(column.name()))
                .toList();
        list = columns.stream().map(column -> selected(database, column, raw)).collect(Collectors.joining(", "));
        readers = columns.stream()
                .map(column -> raw.contains(column.name()) && options.charset().isPresent()
                        ? Cells.decoded(options.charset().get())
                        : database.reader(column, options))
                .toArray(CellReader[]::new);
        shape = Table.shape(columns);
    }

    private static String selected(Database database, TableColumn column, Set<String> raw) {
        String quoted = database.quoted(column.name());
        return raw.contains(column.name()) ? database.rawBytes(quoted) + " AS " + quoted : quoted;
    }

    Table table() {
        return table;
    }

    Shape shape() {
        return shape;
    }

    String sql() {
        return "SELECT " + list + " FROM " + table.source();
    }

    int place(String column) {
        return IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).name().equals(column))
                .findFirst()
                .orElse(-1);
    }

    Object[] row(ResultSet rows) throws SQLException {
        Object[] cells = new Object[readers.length];
        for (int i = 0; i < readers.length; i++) {
            cells[i] = readers[i].read(rows, i + 1);
        }
        return cells;
    }
}
