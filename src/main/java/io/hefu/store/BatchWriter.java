package io.hefu.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** Bulk inserts on SQLite by prepared statements of many rows each, since a step for each row costs most. */
final class BatchWriter implements PieceWriter {

    private static final int ROWS_A_PIECE = 1_024;
    private static final int ROWS_A_STATEMENT = 64;

    private final Connection connection;
    private final Arguments arguments = new Arguments(Dialect.SQLITE);
    private final String head;
    private final String places;
    private final Column[] columns;
    private final Object[] collected;
    private int rows;

    BatchWriter(Connection connection, String table, List<Column> columns) {
        this.connection = connection;
        this.columns = columns.toArray(Column[]::new);
        this.collected = new Object[columns.size() * ROWS_A_PIECE];
        this.head = "insert into " + Column.requireName(table)
                + columns.stream().map(Column::name).collect(Collectors.joining(", ", " (", ")"))
                + " values ";
        this.places = Collections.nCopies(columns.size(), "?").stream().collect(Collectors.joining(",", "(", ")"));
    }

    @Override
    public void collect(Object[] values) {
        for (int i = 0; i < columns.length; i++) {
            collected[rows * columns.length + i] = columns[i].plain(values[i]);
        }
        rows++;
    }

    @Override
    public boolean full() {
        return rows == ROWS_A_PIECE;
    }

    @Override
    public void send() throws SQLException {
        int whole = rows - rows % ROWS_A_STATEMENT;
        int all = rows;
        rows = 0;
        insert(0, whole, ROWS_A_STATEMENT);
        insert(whole, all, all - whole);
        Arrays.fill(collected, null);
    }

    private void insert(int from, int to, int rowsAStatement) throws SQLException {
        if (from == to) {
            return;
        }
        String sql = head + String.join(",", Collections.nCopies(rowsAStatement, places));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int row = from; row < to; row += rowsAStatement) {
                arguments.bind(
                        statement,
                        Arrays.copyOfRange(collected, row * columns.length, (row + rowsAStatement) * columns.length));
                statement.executeUpdate();
            }
        }
    }
}
