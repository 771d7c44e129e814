package io.hefu.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** Bulk inserts on SQLite by prepared statements of many rows each, since a step for each row costs most. */
final class BatchWriter implements BulkWriter {

    private static final int ROWS_A_STATEMENT = 64;

    private final Connection connection;
    private final Arguments arguments = new Arguments(Dialect.SQLITE);
    private final String head;
    private final String places;
    private final int width;
    private final Object[] collected;
    private int rows;
    private long added;
    private PreparedStatement full;

    BatchWriter(Connection connection, String table, List<Column> columns) {
        this.connection = connection;
        this.width = columns.size();
        this.collected = new Object[width * ROWS_A_STATEMENT];
        this.head = "insert into " + Column.requireName(table)
                + columns.stream().map(Column::name).collect(Collectors.joining(", ", " (", ")"))
                + " values ";
        this.places = Collections.nCopies(width, "?").stream().collect(Collectors.joining(",", "(", ")"));
    }

    @Override
    public void add(Object... values) throws SQLException {
        requireCount(width, values);
        System.arraycopy(values, 0, collected, rows * width, width);
        added++;
        if (++rows == ROWS_A_STATEMENT) {
            insertFull();
        }
    }

    private void insertFull() throws SQLException {
        if (full == null) {
            full = connection.prepareStatement(sql(ROWS_A_STATEMENT));
        }
        rows = 0;
        arguments.bind(full, collected);
        full.executeUpdate();
    }

    @Override
    public void flush() throws SQLException {
        if (rows > 0) {
            insertRest();
        }
        if (full != null) {
            full.close();
            full = null;
        }
    }

    private void insertRest() throws SQLException {
        Object[] rest = new Object[rows * width];
        System.arraycopy(collected, 0, rest, 0, rest.length);
        try (PreparedStatement statement = connection.prepareStatement(sql(rows))) {
            rows = 0;
            arguments.bind(statement, rest);
            statement.executeUpdate();
        }
    }

    private String sql(int count) {
        return head + String.join(",", Collections.nCopies(count, places));
    }

    @Override
    public long added() {
        return added;
    }

    static void requireCount(int width, Object[] values) {
        if (values.length != width) {
            throw new IllegalArgumentException("A row has " + width + " values, not " + values.length);
        }
    }
}
