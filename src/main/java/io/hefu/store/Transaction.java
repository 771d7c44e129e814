package io.hefu.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * What a {@link Work} sees of the database: statements with <code>?</code> for values, bound as {@link
 * io.hefu.store package} says.
 *
 * <p>After the first SQL error the transaction cannot be committed any more, on SQLite as on PostgreSQL. Not for use
 * by more than one thread, nor after the work has ended.
 */
public final class Transaction {

    private static final int FETCH_ROWS = 1_000;
    private static final int BATCH_ROWS = 1_000;

    private final Connection connection;
    private final Dialect dialect;
    private final CopyBuffers buffers;
    private final Arguments arguments;
    private final OrderedWriters bulkWriters = new OrderedWriters();
    private final List<Grown> grown = new ArrayList<>();
    private final Set<String> stagingUsed = new HashSet<>();
    private Optional<SQLException> failure = Optional.empty();

    Transaction(Connection connection, Dialect dialect, CopyBuffers buffers) {
        this.connection = connection;
        this.dialect = dialect;
        this.buffers = buffers;
        this.arguments = new Arguments(dialect);
    }

    public Dialect dialect() {
        return dialect;
    }

    /**
     * The connection itself, for special needs. Its transaction is not the caller's to end, and its settings are not
     * the caller's to change.
     */
    public Connection connection() {
        return connection;
    }

    /** How many rows it changed. */
    public int update(String sql, Object... args) throws SQLException {
        return guarded(() -> {
            try (PreparedStatement statement = prepared(sql, args)) {
                return statement.executeUpdate();
            }
        });
    }

    /** The same statement for many rows of arguments; how many rows each changed. */
    public int[] updateBatch(String sql, Iterable<Object[]> rows) throws SQLException {
        return guarded(() -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                return executeBatch(statement, rows);
            }
        });
    }

    private int[] executeBatch(PreparedStatement statement, Iterable<Object[]> rows) throws SQLException {
        IntStream.Builder counts = IntStream.builder();
        int waiting = 0;
        for (Object[] row : rows) {
            arguments.bind(statement, row);
            statement.addBatch();
            if (++waiting == BATCH_ROWS) {
                IntStream.of(statement.executeBatch()).forEach(counts);
                waiting = 0;
            }
        }
        if (waiting > 0) {
            IntStream.of(statement.executeBatch()).forEach(counts);
        }
        return counts.build().toArray();
    }

    /** All rows, in memory; the reader must not return null. */
    public <T> List<T> query(String sql, RowReader<T> reader, Object... args) throws SQLException {
        List<T> rows = new ArrayList<>();
        forEach(sql, row -> rows.add(reader.read(row)), args);
        return List.copyOf(rows);
    }

    /** The first row, if there is one; further rows are not looked at. */
    public <T> Optional<T> first(String sql, RowReader<T> reader, Object... args) throws SQLException {
        return guarded(() -> {
            try (PreparedStatement statement = prepared(sql, args);
                    ResultSet result = statement.executeQuery()) {
                return result.next() ? Optional.of(reader.read(new Row(result, dialect))) : Optional.empty();
            }
        });
    }

    /**
     * Inserts one row and gives its number.
     *
     * @param sql an insert that ends in <code>returning id</code>
     * @throws IllegalStateException if no row was inserted, as with <code>on conflict do nothing</code>
     */
    public long insertReturningId(String sql, Object... args) throws SQLException {
        return first(sql, row -> row.number(1), args)
                .orElseThrow(() -> new IllegalStateException("No row was inserted by: " + sql));
    }

    /** Row by row with bounded memory, however many there are. The consumer may use this transaction. */
    public void forEach(String sql, RowConsumer consumer, Object... args) throws SQLException {
        guarded(() -> {
            try (PreparedStatement statement = prepared(sql, args)) {
                statement.setFetchSize(FETCH_ROWS);
                consume(statement, consumer);
                return 0;
            }
        });
    }

    private void consume(PreparedStatement statement, RowConsumer consumer) throws SQLException {
        try (ResultSet result = statement.executeQuery()) {
            Row row = new Row(result, dialect);
            while (result.next()) {
                consumer.accept(row);
            }
        }
    }

    /** For loads of many rows into one table. */
    public BulkWriter bulk(String table, List<Column> columns) {
        PieceWriter writer = dialect == Dialect.POSTGRESQL
                ? new CopyWriter(connection, buffers, table, columns)
                : new BatchWriter(connection, table, columns);
        BulkWriter rows = bulkWriters.add(writer, columns.size(), this::noted);
        grown.add(new Grown(table, rows));
        return rows;
    }

    /** A table, and what wrote new rows into it. */
    record Grown(String table, BulkWriter rows) {}

    /** The tables that this transaction loads. */
    List<Grown> grown() {
        return grown;
    }

    /**
     * Updates many rows, each only if it still has the expected values.
     *
     * @return how many matched; fewer than given means that somebody else was faster, and the caller should throw to
     *     roll back
     */
    public int bulkUpdate(BulkUpdate update, Iterable<Object[]> rows) throws SQLException {
        if (dialect == Dialect.SQLITE) {
            return IntStream.of(updateBatch(update.preparedSql(), rows)).sum();
        }
        return guarded(() -> {
            copyToStaging(update, rows);
            try (Statement statement = connection.createStatement()) {
                return statement.executeUpdate(update.updateFromStaging());
            }
        });
    }

    private void copyToStaging(BulkUpdate update, Iterable<Object[]> rows) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(update.createStaging());
            if (!stagingUsed.add(update.stagingTable())) {
                // emptied by the commit, so only a second use in one transaction finds the rows of the first
                statement.execute("truncate " + update.stagingTable());
            }
        }
        CopyWriter pieces = new CopyWriter(connection, buffers, update.stagingTable(), update.stagingColumns());
        BulkWriter staging = new OrderedWriters().add(pieces, update.width(), this::noted);
        for (Object[] row : rows) {
            staging.add(row);
        }
        staging.flush();
    }

    /** For a condition on a text column. */
    public KeySet keysOfText(Collection<String> keys) {
        return KeySet.ofText(dialect, keys);
    }

    /** For a condition on a <code>${uuid}</code> column. */
    public KeySet keysOfUuid(Collection<UUID> keys) {
        return KeySet.ofUuid(dialect, keys);
    }

    /** For a condition on an integer or <code>${long}</code> column. */
    public KeySet keysOfNumber(Collection<Long> keys) {
        return KeySet.ofNumber(dialect, keys);
    }

    /** Sends what bulk writers still hold, and refuses when a statement has failed and the work hid it. */
    void beforeCommit() throws SQLException {
        guarded(() -> 0);
        if (failure.isPresent()) {
            throw failure.get();
        }
    }

    private PreparedStatement prepared(String sql, Object[] args) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            arguments.bind(statement, args);
            return statement;
        } catch (SQLException | RuntimeException refused) {
            statement.close();
            throw refused;
        }
    }

    private interface Step<T> {
        T run() throws SQLException;
    }

    private <T> T guarded(Step<T> step) throws SQLException {
        try {
            bulkWriters.sendAll();
            return step.run();
        } catch (SQLException e) {
            throw noted(e);
        }
    }

    private SQLException noted(SQLException e) {
        if (failure.isEmpty()) {
            failure = Optional.of(e);
        }
        return e;
    }

    /** Whether the database has a table, for what looks before anything was migrated. */
    public boolean hasTable(String name) throws SQLException {
        return first(
                        dialect == Dialect.SQLITE
                                ? "select 1 from sqlite_master where type = 'table' and name = ?"
                                : "select 1 from information_schema.tables where table_schema = current_schema()"
                                        + " and table_name = ?",
                        row -> row.integer(1),
                        name)
                .isPresent();
    }
}
