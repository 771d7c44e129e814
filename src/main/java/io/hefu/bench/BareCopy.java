package io.hefu.bench;

import io.hefu.servers.Login;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * The limit that everything is compared with: typed rows from PostgreSQL into MariaDB by bulk inserts, reading and writing
 * overlapped by two threads, one durable commit a batch, and nothing remembered.
 */
final class BareCopy {
    private static final int BATCH = 2_000;
    private static final int BATCHES_AHEAD = 4;
    private static final List<Object[]> END = List.of();
    private static final String READ = "select " + String.join(", ", CustomerTable.COLUMNS) + " from customers";
    private static final String WRITE = "insert into customers (" + String.join(", ", CustomerTable.COLUMNS)
            + ") values (?" + ", ?".repeat(CustomerTable.COLUMNS.size() - 1) + ")";

    private final BlockingQueue<List<Object[]>> ahead = new ArrayBlockingQueue<>(BATCHES_AHEAD);
    private final Login source;
    private final Login target;

    BareCopy(Login source, Login target) {
        this.source = source;
        this.target = target;
    }

    void run() throws SQLException, InterruptedException {
        CompletableFuture<Void> writing = CompletableFuture.runAsync(this::write);
        read(writing);
        try {
            writing.join();
        } catch (CompletionException failed) {
            throw new SQLException(failed.getCause());
        }
    }

    private void read(CompletableFuture<Void> writing) throws SQLException, InterruptedException {
        try (Connection connection = source.connect()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.setFetchSize(BATCH);
                ResultSet rows = statement.executeQuery(READ);
                List<Object[]> batch = new ArrayList<>(BATCH);
                while (rows.next() && !writing.isCompletedExceptionally()) {
                    batch.add(row(rows));
                    if (batch.size() == BATCH) {
                        ahead.put(batch);
                        batch = new ArrayList<>(BATCH);
                    }
                }
                if (!batch.isEmpty()) {
                    ahead.put(batch);
                }
            }
        }
        if (!writing.isCompletedExceptionally()) {
            ahead.put(END);
        }
    }

    private static Object[] row(ResultSet rows) throws SQLException {
        Object[] cells = new Object[CustomerTable.COLUMNS.size()];
        for (int i = 0; i < 13; i++) {
            cells[i] = rows.getString(i + 1);
        }
        cells[13] = rows.getBigDecimal(14);
        cells[14] = rows.getBigDecimal(15);
        cells[15] = rows.getInt(16);
        cells[16] = rows.getBoolean(17);
        cells[17] = rows.getObject(18, LocalDate.class);
        return cells;
    }

    private void write() {
        try (Connection connection = DriverManager.getConnection(
                        BenchServers.withParameter(target.jdbcUrl(), "useBulkStmtsForInserts=true"),
                        target.user(),
                        target.password());
                PreparedStatement statement = connection.prepareStatement(WRITE)) {
            connection.setAutoCommit(false);
            for (List<Object[]> batch = ahead.take(); batch != END; batch = ahead.take()) {
                for (Object[] cells : batch) {
                    bind(statement, cells);
                }
                statement.executeBatch();
                connection.commit();
            }
        } catch (SQLException failed) {
            throw new CompletionException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CompletionException(stopped);
        }
    }

    private static void bind(PreparedStatement statement, Object[] cells) throws SQLException {
        for (int i = 0; i < 13; i++) {
            statement.setString(i + 1, (String) cells[i]);
        }
        statement.setBigDecimal(14, (BigDecimal) cells[13]);
        statement.setBigDecimal(15, (BigDecimal) cells[14]);
        statement.setInt(16, (Integer) cells[15]);
        statement.setBoolean(17, (Boolean) cells[16]);
        statement.setObject(18, cells[17]);
        statement.addBatch();
    }
}
