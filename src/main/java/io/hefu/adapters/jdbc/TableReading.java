package io.hefu.adapters.jdbc;

import io.hefu.systems.Reading;
import io.hefu.systems.Row;
import io.hefu.systems.RowBatch;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rows of one selection in batches, on a connection of its own in a read-only transaction. */
abstract class TableReading implements Reading {
    private final Connection connection;
    private final JdbcFaults faults;
    private final int batchSize;
    protected final Selection selection;
    protected final int keyPlace;
    private boolean complete;

    TableReading(Connection connection, JdbcFaults faults, Selection selection, String key, int batchSize) {
        this.connection = connection;
        this.faults = faults;
        this.selection = selection;
        this.keyPlace = selection.place(key);
        this.batchSize = batchSize;
    }

    /** @return Java null when there are no more */
    protected abstract Object[] nextRow() throws SQLException;

    /** After the rows given so far. */
    protected abstract String position();

    protected abstract void closeCursor() throws SQLException;

    @Override
    public Optional<RowBatch> next() {
        if (complete) {
            return Optional.empty();
        }
        try {
            List<Row> rows = batch();
            return rows.isEmpty() ? Optional.empty() : Optional.of(new RowBatch(selection.shape(), rows, position()));
        } catch (SQLException failed) {
            complete = true;
            throw faults.told(failed, selection.table().resource());
        }
    }

    private List<Row> batch() throws SQLException {
        List<Row> rows = new ArrayList<>(batchSize);
        while (rows.size() < batchSize) {
            Object[] cells = nextRow();
            if (cells == null) {
                complete = true;
                break;
            }
            rows.add(new Row(selection.shape(), cells));
        }
        return rows;
    }

    protected Connection connection() {
        return connection;
    }

    protected JdbcFaults faults() {
        return faults;
    }

    /** A key as text; empty for none. */
    static String text(Object key) {
        if (key instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return key == null ? "" : key.toString();
    }

    @Override
    public void close() {
        try (connection) {
            closeCursor();
            connection.rollback();
        } catch (SQLException alreadyGone) {
            complete = true;
        }
    }
}
