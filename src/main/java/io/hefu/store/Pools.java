package io.hefu.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pools that both databases use: connections that are always within a transaction. */
final class Pools {

    private static final Logger LOG = LoggerFactory.getLogger(Pools.class);
    private static final long WAIT_MILLIS = 30_000;

    private Pools() {}

    static HikariConfig config(String name, int size) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setAutoCommit(false);
        config.setConnectionTimeout(WAIT_MILLIS);
        return config;
    }

    static HikariDataSource open(HikariConfig config) {
        return new HikariDataSource(config);
    }

    /** Rolls back and gives back; a connection that cannot even do that is dead, and the pool will notice. */
    static void giveBack(Connection connection, boolean committed) {
        try (connection) {
            if (!committed) {
                connection.rollback();
            }
        } catch (SQLException dead) {
            LOG.debug("A connection was lost before it was given back", dead);
        }
    }
}
