package io.hefu.adapters.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.hefu.adapters.settings.Settings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * The connections of one database: long readings, short look-ups and writes each have their own, so that readings which
 * wait for look-ups never wait for each other.
 */
final class Pools implements AutoCloseable {
    /** What a connection is for. */
    enum Use {
        READING,
        LOOKUP,
        WRITING
    }

    private final Database database;
    private final String url;
    private final String user;
    private final JdbcOptions options;
    private final Properties properties = new Properties();
    private final Map<Use, HikariDataSource> open = new EnumMap<>(Use.class);

    Pools(Database database, Settings settings, JdbcOptions options) {
        this.database = database;
        this.options = options;
        url = database.url(settings.required("url"));
        user = settings.text("user").orElse("");
        properties.putAll(database.driverProperties(options.timeouts()));
        if (!user.isEmpty()) {
            properties.put("user", user);
        }
        settings.secret(settings.root(), "secret").ifPresent(secret -> properties.put("password", secret));
    }

    /** For messages: without what may follow the database's name. */
    String place() {
        return url.replaceAll("[?;].*$", "").replaceFirst("//[^/@]*@", "//");
    }

    String user() {
        return user;
    }

    /** A connection with a transaction of its own. */
    Connection connection(Use use) throws SQLException {
        return pool(use).getConnection();
    }

    private synchronized HikariDataSource pool(Use use) throws SQLException {
        HikariDataSource pool = open.get(use);
        if (pool == null) {
            Driver driver = new Driver(use);
            // beside the pool, which would repeat a wrong password until its time is up
            driver.getConnection().close();
            pool = new HikariDataSource(configuration(use, driver));
            open.put(use, pool);
        }
        return pool;
    }

    private HikariConfig configuration(Use use, Driver driver) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(driver);
        config.setPoolName("hefu-" + use.name().toLowerCase(Locale.ROOT));
        config.setAutoCommit(false);
        config.setReadOnly(use != Use.WRITING && database.driverReadOnly());
        config.setMinimumIdle(0);
        config.setIdleTimeout(60_000);
        config.setMaximumPoolSize(use == Use.READING ? options.connections() : Math.min(4, options.connections()));
        config.setConnectionTimeout(options.timeouts().connectSeconds() * 1000L);
        config.setInitializationFailTimeout(-1);
        return config;
    }

    @Override
    public synchronized void close() {
        open.values().forEach(HikariDataSource::close);
        open.clear();
    }

    /** Makes connections that were told what they are for. */
    private final class Driver extends AbstractDataSource {
        private final List<String> said;

        Driver(Use use) {
            said = use == Use.WRITING ? database.onWriting(options.timeouts()) : database.onReading(options.timeouts());
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = DriverManager.getConnection(url, properties);
            try {
                Statements.run(connection, said.toArray(String[]::new));
                return connection;
            } catch (SQLException failed) {
                connection.close();
                throw failed;
            }
        }

        @Override
        public Connection getConnection(String ignored, String also) throws SQLException {
            return getConnection();
        }
    }
}
