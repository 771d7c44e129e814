package io.hefu.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A pool of writers and one of readers, so that the readers' settings cost no round trip at each use. */
final class PostgresConnections implements Connections {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresConnections.class);
    private static final int WRITERS = 8;
    private static final int READERS = 8;

    /**
     * All lookups are by key, often by thousands: planning each anew costs more than looking, and a plan that was kept from
     * when a table was empty would read all of it long after it has grown. So plans are kept, and always go by an index.
     * What then reads a whole table looks dear, and must not be compiled for that.
     */
    private static final String PLANNING =
            "set random_page_cost = 1.1; set plan_cache_mode = force_generic_plan; set enable_seqscan = off; set jit = off";

    private final HikariDataSource writers;
    private final HikariDataSource readers;

    PostgresConnections(HubSettings settings) {
        writers = Pools.open(config("hub-writers", WRITERS, settings));
        readers = Pools.open(readers(settings));
        warnIfNotDurable(settings);
    }

    private static HikariConfig readers(HubSettings settings) {
        HikariConfig config = config("hub-readers", READERS, settings);
        config.setReadOnly(true);
        config.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
        return config;
    }

    private static HikariConfig config(String name, int size, HubSettings settings) {
        HikariConfig config = Pools.config(name, size);
        config.setJdbcUrl(settings.url());
        settings.user().ifPresent(config::setUsername);
        settings.password().ifPresent(config::setPassword);
        config.setConnectionInitSql(PLANNING);
        config.addDataSourceProperty("ApplicationName", "hefu");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        return config;
    }

    private void warnIfNotDurable(HubSettings settings) {
        try (Connection connection = readers.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(
                        "select current_setting('fsync'), current_setting('synchronous_commit')")) {
            if (result.next() && ("off".equals(result.getString(1)) || "off".equals(result.getString(2)))) {
                LOG.warn(
                        "Hub database {}: fsync={}, synchronous_commit={}; a power cut can lose what was committed."
                                + " Set both to on. / 断电可能丢失已提交的数据，请将两项都设为 on。",
                        settings.place(),
                        result.getString(1),
                        result.getString(2));
            }
        } catch (SQLException e) {
            LOG.debug("Could not ask for the durability settings", e);
        }
    }

    @Override
    public Connection beginWrite() throws SQLException {
        return writers.getConnection();
    }

    @Override
    public void commit(Connection connection) throws SQLException {
        connection.commit();
    }

    @Override
    public void endWrite(Connection connection, boolean committed) {
        Pools.giveBack(connection, committed);
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
        writers.close();
        readers.close();
    }
}
