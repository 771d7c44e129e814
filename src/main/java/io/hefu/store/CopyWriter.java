package io.hefu.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Bulk inserts on PostgreSQL by binary COPY, one command for each piece of about a megabyte. */
final class CopyWriter implements PieceWriter {

    private static final int PIECE_BYTES = 1024 * 1024;

    private final Connection connection;
    private final CopyBuffers buffers;
    private final String sql;
    private final Column[] columns;
    private CopyBuffer buffer; // null while nothing is collected
    private int collected;

    CopyWriter(Connection connection, CopyBuffers buffers, String table, List<Column> columns) {
        this.connection = connection;
        this.buffers = buffers;
        this.columns = columns.toArray(Column[]::new);
        this.sql = "copy " + Column.requireName(table)
                + columns.stream().map(Column::name).collect(Collectors.joining(", ", " (", ")"))
                + " from stdin (format binary)";
    }

    @Override
    public void collect(Object[] values) {
        if (buffer == null) {
            buffer = buffers.take();
        }
        buffer.row(columns, values);
        collected++;
    }

    @Override
    public boolean full() {
        return buffer != null && buffer.size() >= PIECE_BYTES;
    }

    @Override
    public void send() throws SQLException {
        if (collected == 0) {
            return;
        }
        buffer.end();
        collected = 0;
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
        try {
            copy.writeToCopy(buffer.bytes(), 0, buffer.size());
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
            buffers.giveBack(buffer);
            buffer = null;
        }
    }
}
