package io.hefu.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One writer behind a fair lock, and a few readers that never wait for it. */
final class SqliteConnections implements Connections {

    private static final Logger LOG = LoggerFactory.getLogger(SqliteConnections.class);
    private static final int READERS = 4;

    private final ReentrantLock turn = new ReentrantLock(true);
    private final DataSource writing;
    private final HikariDataSource readers;
    private Connection writer; // guarded by turn; null until needed and after a failure

    SqliteConnections(SqliteFile file) {
        this.writing = file.forWriting();
        HikariConfig config = Pools.config("hub-readers", READERS);
        config.setDataSource(file.forReading());
        config.setConnectionInitSql("pragma query_only = 1");
        this.readers = Pools.open(config);
    }

    @Override
    public Connection beginWrite() throws SQLException {
        turn.lock();
        try {
            if (writer == null) {
                writer = writing.getConnection();
            }
            // autocommit stays on between transactions: an idle connection without it would keep the write lock
            writer.setAutoCommit(false);
            return writer;
        } catch (SQLException | RuntimeException e) {
            discardWriter();
            turn.unlock();
            throw e;
        }
    }

    /** Switching autocommit on is the commit; {@code commit()} would begin the next transaction at once. */
    @Override
    public void commit(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
    }

    @Override
    public void endWrite(Connection connection, boolean committed) {
        try {
            if (!committed) {
                rollback(connection);
            }
        } finally {
            turn.unlock();
        }
    }

    private void rollback(Connection connection) {
        try {
            if (connection.getAutoCommit()) {
                // the commit itself failed, and what the driver believes of the transaction is not to be trusted
                discardWriter();
            } else {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            LOG.debug("Rolling back failed; the writer is opened anew, which rolls back as well", e);
            discardWriter();
        }
    }

    private void discardWriter() {
        try (Connection dead = writer) {
            writer = null;
        } catch (SQLException e) {
            LOG.debug("Closing the writer failed", e);
        }
    }

    @Override
    public Connection beginRead() throws SQLException {
        return readers.getConnection();
    }

    @Override
    public void endRead(Connection connection) {
        Pools.giveBack(connection, false);
    }

    @Override
    public void close() {
        turn.lock();
        try {
            readers.close();
            discardWriter();
        } finally {
            turn.unlock();
        }
    }
}
