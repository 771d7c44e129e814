package io.hefu.bench;

import io.hefu.servers.Login;
import io.hefu.servers.MariaDbServer;
import io.hefu.servers.PostgresServer;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The two servers: started here with durable commits, or given. Databases made on given servers are dropped at the end. */
final class BenchServers implements AutoCloseable {
    private static final String PREFIX = "hefu_bench_";

    private final List<AutoCloseable> started = new ArrayList<>();
    private final Set<String> made = new TreeSet<>();
    private final Login postgres;
    private final Login mariadb;
    private final Optional<PostgresServer> ownPostgres;

    BenchServers(LoadOptions options, Path folder) {
        ownPostgres = options.postgresUrl().isPresent() ? Optional.empty() : Optional.of(startPostgres(folder));
        postgres = ownPostgres
                .map(server -> server.login("postgres"))
                .orElseGet(() -> given(options.postgresUrl().orElseThrow()));
        mariadb = options.mariadbUrl().map(BenchServers::given).orElseGet(() -> startMariaDb(folder));
    }

    private PostgresServer startPostgres(Path folder) {
        PostgresServer server = PostgresServer.start(
                folder.resolve("postgres"),
                PostgresServer.Options.quick()
                        .durable(true)
                        .with("shared_buffers", "256MB")
                        .with("max_wal_size", "4GB"));
        started.add(server);
        return server;
    }

    private Login startMariaDb(Path folder) {
        MariaDbServer server = MariaDbServer.start(
                folder.resolve("mariadb"),
                List.of(
                        "--innodb-flush-log-at-trx-commit=1",
                        "--innodb-buffer-pool-size=512M",
                        "--innodb-log-file-size=512M"));
        started.add(server);
        return server.login("");
    }

    /** User and password stand in the address as parameters, since the bench takes no other secrets. */
    private static Login given(String url) {
        String bare = url.replaceAll("(?<=[?&])(user|password)=[^&]*&?", "").replaceFirst("[?&]$", "");
        return new Login(bare, parameter(url, "user"), parameter(url, "password"));
    }

    private static String parameter(String url, String name) {
        Matcher found = Pattern.compile("[?&]" + name + "=([^&]*)").matcher(url);
        return found.find() ? URLDecoder.decode(found.group(1), StandardCharsets.UTF_8) : "";
    }

    /** An empty PostgreSQL database. */
    Login postgres(String name) throws SQLException {
        return empty(postgres, name);
    }

    /** An empty MariaDB database. */
    Login mariadb(String name) throws SQLException {
        return empty(mariadb, name);
    }

    /** A PostgreSQL database that was made before. */
    Login there(String name) {
        return on(postgres, PREFIX + name);
    }

    private Login empty(Login server, String name) throws SQLException {
        String database = PREFIX + name;
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists " + database);
            statement.execute("create database " + database);
        }
        made.add(database);
        return on(server, database);
    }

    private static Login on(Login server, String database) {
        String url = server.jdbcUrl().replaceFirst("(//[^/?]+)(/[^?]*)?", "$1/" + database);
        return new Login(url, server.user(), server.password());
    }

    static String withParameter(String url, String parameter) {
        return url + (url.contains("?") ? "&" : "?") + parameter;
    }

    /** The server processes on this machine whose work counts; empty where one is elsewhere or may not be looked at. */
    Optional<List<Long>> processes() {
        OptionalLong one =
                process(postgres, "select current_setting('data_directory') || '/postmaster.pid'", "postgres");
        OptionalLong other =
                process(mariadb, "select if(@@pid_file like '/%', @@pid_file, concat(@@datadir, @@pid_file))", "maria");
        return one.isPresent() && other.isPresent()
                ? Optional.of(List.of(one.getAsLong(), other.getAsLong()))
                : Optional.empty();
    }

    /** @param question for the file in which the server keeps the number of its process */
    private static OptionalLong process(Login server, String question, String command) {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            answer.next();
            List<String> lines = Files.readAllLines(Path.of(answer.getString(1)));
            long process = Long.parseLong(lines.get(0).trim());
            String name = Files.readString(Path.of("/proc/" + process + "/comm"));
            return name.contains(command) || name.contains("mysqld") ? OptionalLong.of(process) : OptionalLong.empty();
        } catch (SQLException | NumberFormatException | IOException elsewhere) {
            return OptionalLong.empty();
        }
    }

    @Override
    public void close() throws Exception {
        if (ownPostgres.isEmpty()) {
            drop(postgres);
        }
        for (AutoCloseable server : started) {
            server.close();
        }
    }

    private void drop(Login server) throws SQLException {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            for (String database : made) {
                statement.execute("drop database if exists " + database);
            }
        }
    }
}
