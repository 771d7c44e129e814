package io.hefu.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The hub's own database. Opened once, used by all threads.
 *
 * <p>What {@link #write} returned from is committed and survives the process being killed.
 */
public final class HubDatabase implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HubDatabase.class);
    private static final int ATTEMPTS = 10;
    private static final long FIRST_PAUSE_MILLIS = 20;
    private static final long LONGEST_PAUSE_MILLIS = 1_000;

    private final HubSettings settings;
    private final Dialect dialect;
    private final Connections connections;
    private final Turns turns;
    private final CopyBuffers buffers = new CopyBuffers();
    private final TableGrowth growth = new TableGrowth();
    private final ThreadLocal<Boolean> writing = ThreadLocal.withInitial(() -> false);
    // A read within a read goes on in the same transaction: with a connection of its own, as many threads as there are
    // readers could each hold one and wait for another.
    private final ThreadLocal<Transaction> reading = new ThreadLocal<>();

    private HubDatabase(HubSettings settings, Dialect dialect, Connections connections, Turns turns) {
        this.settings = settings;
        this.dialect = dialect;
        this.connections = connections;
        this.turns = turns;
    }

    /**
     * Runs the migrations and opens the database; a SQLite file that is not there is made.
     *
     * @throws StoreException if it cannot be reached, opened or migrated
     */
    public static HubDatabase open(HubSettings settings) {
        return open(settings, List.of());
    }

    /**
     * Opens the database as it is: nothing is made or migrated.
     *
     * @return empty when there is no SQLite file yet
     * @throws StoreException if it cannot be reached or opened
     */
    public static Optional<HubDatabase> existing(HubSettings settings) {
        Dialect dialect = Dialect.of(settings);
        try {
            return dialect == Dialect.SQLITE
                    ? SqliteFile.existing(settings)
                            .map(file -> new HubDatabase(settings, dialect, new SqliteConnections(file), file.turns()))
                    : Optional.of(new HubDatabase(
                            settings, dialect, new PostgresConnections(settings), new PostgresTurns(settings)));
        } catch (StoreException said) {
            throw said;
        } catch (RuntimeException pool) {
            throw Fault.of(pool).exception(settings, pool, false);
        }
    }

    static HubDatabase open(HubSettings settings, List<String> furtherMigrations) {
        Dialect dialect = Dialect.of(settings);
        Migrations migrations = new Migrations(settings, dialect);
        try {
            if (dialect == Dialect.SQLITE) {
                SqliteFile file = SqliteFile.of(settings);
                file.alone(() -> migrations.run(file.forReading(), furtherMigrations));
                return new HubDatabase(settings, dialect, new SqliteConnections(file), file.turns());
            }
            migrations.run(furtherMigrations);
            return new HubDatabase(settings, dialect, new PostgresConnections(settings), new PostgresTurns(settings));
        } catch (StoreException said) {
            throw said;
        } catch (RuntimeException pool) {
            throw Fault.of(pool).exception(settings, pool, false);
        }
    }

    public Dialect dialect() {
        return dialect;
    }

    /**
     * Reads one consistent state of the database, without waiting for writers. Within {@link #write} it does not see
     * what that transaction has written; use the transaction itself.
     *
     * @throws StoreException if the database cannot do it
     */
    public <T> T read(Work<T> work) {
        return trying(() -> readOnce(work));
    }

    /**
     * Commits what the work does, or nothing of it when the work throws.
     *
     * <p>The work is run again, after a pause, when the database was busy, on a deadlock and on a serialization
     * failure; so it must be repeatable. Calls within the work of the same thread are refused.
     *
     * @throws ConflictException if somebody else wrote the same unique key first
     * @throws StoreException if the database cannot do it
     */
    public <T> T write(Work<T> work) {
        if (writing.get()) {
            throw new IllegalStateException("A write within a write; use the transaction at hand");
        }
        writing.set(true);
        try {
            return trying(() -> writeOnce(work));
        } finally {
            writing.remove();
        }
    }

    /**
     * Does the work unless another process that shares this database is at work under the same name.
     *
     * @return whether it was done
     * @throws StoreException if the database cannot tell
     */
    public boolean inTurn(String name, Runnable work) {
        boolean ours = trying(() -> turns.take(name));
        if (ours) {
            try {
                work.run();
            } finally {
                turns.giveBack(name);
            }
        }
        return ours;
    }

    /** PostgreSQL looks at its tables now and then; in the first minute of a load it would take them for empty. */
    private void lookAt(List<String> tables) {
        for (String table : tables) {
            Connection connection = null;
            boolean committed = false;
            try {
                connection = connections.beginWrite();
                try (Statement statement = connection.createStatement()) {
                    statement.execute("analyze " + table);
                }
                connections.commit(connection);
                committed = true;
            } catch (SQLException notNow) {
                // only speed is at stake, and the transaction that made it grow is committed
                LOG.debug("Could not analyze {}", table, notNow);
            } finally {
                if (connection != null) {
                    connections.endWrite(connection, committed);
                }
            }
        }
    }

    private interface Attempt<T> {
        T run() throws SQLException, FailedCommit;
    }

    /** Tells a failure of the commit itself from one before it, where nothing can have been kept. */
    private static final class FailedCommit extends Exception {
        private static final long serialVersionUID = 1L;

        FailedCommit(SQLException cause) {
            super(cause);
        }
    }

    private <T> T trying(Attempt<T> attempt) {
        for (int number = 1; ; number++) {
            Exception failure;
            try {
                return attempt.run();
            } catch (SQLException | FailedCommit e) {
                failure = e;
            }
            Throwable said = failure instanceof FailedCommit ? failure.getCause() : failure;
            Fault fault = Fault.of(said);
            if (fault != Fault.CONTENTION || number == ATTEMPTS) {
                throw fault.exception(settings, said, failure instanceof FailedCommit);
            }
            pause(number, said);
        }
    }

    private <T> T writeOnce(Work<T> work) throws SQLException, FailedCommit {
        Connection connection = connections.beginWrite();
        boolean committed = false;
        List<String> grown = List.of();
        try {
            Transaction tx = new Transaction(connection, dialect, buffers);
            T result = work.in(tx);
            tx.beforeCommit();
            commit(connection);
            committed = true;
            grown = dialect == Dialect.POSTGRESQL ? growth.note(tx.grown()) : List.of();
            return result;
        } finally {
            connections.endWrite(connection, committed);
            lookAt(grown);
        }
    }

    private void commit(Connection connection) throws FailedCommit {
        try {
            connections.commit(connection);
        } catch (SQLException e) {
            throw new FailedCommit(e);
        }
    }

    private <T> T readOnce(Work<T> work) throws SQLException {
        Transaction outer = reading.get();
        return outer == null ? readAnew(work) : work.in(outer);
    }

    private <T> T readAnew(Work<T> work) throws SQLException {
        Connection connection = connections.beginRead();
        try {
            Transaction tx = new Transaction(connection, dialect, buffers);
            reading.set(tx);
            return work.in(tx);
        } finally {
            reading.remove();
            connections.endRead(connection);
        }
    }

    /** Longer each time, and uneven, so that those who met do not meet again. */
    private void pause(int number, Throwable cause) {
        long longest = Math.min(FIRST_PAUSE_MILLIS << number, LONGEST_PAUSE_MILLIS);
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(longest / 2, longest));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Fault.CONTENTION.exception(settings, cause, false);
        }
    }

    @Override
    public void close() {
        turns.close();
        connections.close();
    }
}
