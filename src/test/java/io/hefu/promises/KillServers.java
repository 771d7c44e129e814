package io.hefu.promises;

import io.hefu.servers.Login;
import io.hefu.servers.MariaDbServer;
import io.hefu.servers.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** One PostgreSQL and one MariaDB for all worlds of this process; each world gets databases of its own. */
final class KillServers {
    private static final AtomicInteger NAMES = new AtomicInteger();

    private final PostgresServer postgres;
    private final MariaDbServer mariadb;

    private KillServers() {
        Path folder = folder();
        postgres = PostgresServer.start(folder.resolve("postgres"));
        mariadb = MariaDbServer.start(folder.resolve("mariadb"));
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "kill-servers"));
    }

    private static final class Running {
        static final KillServers SERVERS = new KillServers();
    }

    static Login postgres(String name) {
        return Running.SERVERS.postgres.database(name + "_" + NAMES.incrementAndGet());
    }

    static Login mariadb(String name) {
        return Running.SERVERS.mariadb.database(name + "_" + NAMES.incrementAndGet());
    }

    /** Deadlocks that these PostgreSQL databases have seen, as the server counts them. */
    static long deadlocks(List<Login> databases) throws SQLException {
        long sum = 0;
        for (Login database : databases) {
            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(
                            "select deadlocks from pg_stat_database where datname = current_database()")) {
                row.next();
                sum += row.getLong(1);
            }
        }
        return sum;
    }

    private void stop() {
        mariadb.close();
        postgres.close();
    }

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("hefu-kills");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
