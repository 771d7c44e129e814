package io.hefu.servers;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * A real PostgreSQL on a free loopback port, with its data in a given directory, which it keeps.
 *
 * <p>Its owner {@code hefu} is a superuser who logs in with a password; so does every role made later, and a wrong
 * password is refused as in production. As shipped it does not survive a power cut (fsync is off, for speed): use
 * {@link Options#durable(boolean)} for any test of durability.
 */
public final class PostgresServer implements AutoCloseable {
    private static final String OWNER = "hefu";
    private static final String OWNER_PASSWORD = "hefu-owner";

    /** Only the superuser through whom the server is set up comes in without a password, and only from this machine. */
    private static final String ACCESS = """
            host all postgres 127.0.0.1/32 trust
            host all postgres ::1/128 trust
            local all postgres trust
            host all all 127.0.0.1/32 scram-sha-256
            host all all ::1/128 scram-sha-256
            """;

    private final EmbeddedPostgres server;
    private final AutoCloseable leash;

    private PostgresServer(EmbeddedPostgres server, AutoCloseable leash) {
        this.server = server;
        this.leash = leash;
    }

    /** What may be chosen: durability, and any setting of {@code postgresql.conf} by its name. */
    public record Options(boolean durable, Map<String, String> settings) {
        public Options {
            settings = Map.copyOf(settings);
        }

        public static Options quick() {
            return new Options(false, Map.of());
        }

        public Options durable(boolean wanted) {
            return new Options(wanted, settings);
        }

        public Options with(String setting, String value) {
            Map<String, String> more = new TreeMap<>(settings);
            more.put(setting, value);
            return new Options(durable, more);
        }
    }

    public static PostgresServer start(Path dataDirectory) {
        return start(dataDirectory, Options.quick());
    }

    public static PostgresServer start(Path dataDirectory, Options options) {
        QuietLogs.please();
        try {
            Files.createDirectories(dataDirectory.toAbsolutePath().getParent());
            EmbeddedPostgres server = builder(dataDirectory, options).start();
            AutoCloseable leash = Leash.on(processOf(dataDirectory), "INT");
            PostgresServer started = new PostgresServer(server, leash);
            started.letOwnerIn(dataDirectory);
            return started;
        } catch (IOException | SQLException | IllegalStateException failed) {
            throw new ServerFailure(
                    "PostgreSQL did not start in " + dataDirectory + "; see postgres.log there", failed);
        }
    }

    private static EmbeddedPostgres.Builder builder(Path dataDirectory, Options options) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(dataDirectory)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(!Leash.isPossible())
                .setOverrideWorkingDirectory(
                        ServerCache.directory().resolve("postgresql").toFile())
                .setPGStartupWait(Duration.ofMinutes(3))
                .setLocaleConfig("locale", "C")
                .setOutputRedirector(Redirect.DISCARD)
                .setErrorRedirector(Redirect.DISCARD);
        everySetting(options).forEach(builder::setServerConfig);
        return builder;
    }

    private static Map<String, String> everySetting(Options options) {
        String onOff = options.durable() ? "on" : "off";
        Map<String, String> settings = new TreeMap<>(Map.of(
                "fsync", onOff,
                "synchronous_commit", onOff,
                "full_page_writes", onOff,
                "listen_addresses", "127.0.0.1",
                "logging_collector", "on",
                "log_directory", ".",
                "log_filename", "postgres.log",
                "max_connections", "100"));
        settings.putAll(options.settings());
        return settings;
    }

    private static long processOf(Path dataDirectory) throws IOException {
        return Long.parseLong(Files.readAllLines(dataDirectory.resolve("postmaster.pid"), StandardCharsets.US_ASCII)
                .get(0)
                .trim());
    }

    private void letOwnerIn(Path dataDirectory) throws SQLException, IOException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("do $$ begin if not exists (select from pg_roles where rolname = '" + OWNER
                    + "') then create role " + OWNER + " superuser login; end if; end $$");
            statement.execute("alter role " + OWNER + " password '" + OWNER_PASSWORD + "'");
            Files.writeString(dataDirectory.resolve("pg_hba.conf"), ACCESS, StandardCharsets.US_ASCII);
            statement.execute("select pg_reload_conf()");
        }
    }

    /** Makes a database of that name unless it is there. */
    public Login database(String name) {
        try (Connection connection = login("postgres").connect();
                Statement statement = connection.createStatement()) {
            if (!statement
                    .executeQuery("select 1 from pg_database where datname = '" + name + "'")
                    .next()) {
                statement.execute("create database \"" + name + "\" encoding 'UTF8' template template0");
            }
            return login(name);
        } catch (SQLException failed) {
            throw new ServerFailure("PostgreSQL did not make the database " + name, failed);
        }
    }

    /** The owner's login to a database that is there. */
    public Login login(String database) {
        return new Login("jdbc:postgresql://127.0.0.1:" + port() + "/" + database, OWNER, OWNER_PASSWORD);
    }

    public int port() {
        return server.getPort();
    }

    /** Stops it at once for its clients, in order for its data; the directory stays. */
    @Override
    public void close() {
        try {
            server.close();
            leash.close();
        } catch (Exception failed) {
            throw new ServerFailure("PostgreSQL on port " + port() + " did not stop", failed);
        }
    }
}
