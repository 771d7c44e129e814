package io.hefu.adapters.jdbc;

import io.hefu.adapters.settings.SystemFiles;
import io.hefu.servers.Login;
import io.hefu.servers.MariaDbServer;
import io.hefu.servers.PostgresServer;
import io.hefu.systems.ReadRequest;
import io.hefu.systems.Reading;
import io.hefu.systems.Row;
import io.hefu.systems.RowBatch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One real server of each product for all tests of a run. */
enum Databases {
    POSTGRESQL,
    MARIADB,
    SQLITE;

    private static final Path DIRECTORY = directory();
    private Login login;

    private static Path directory() {
        try {
            return Files.createTempDirectory("hefu-databases");
        } catch (java.io.IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    synchronized Login login() {
        if (login == null) {
            login = switch (this) {
                case POSTGRESQL -> PostgresServer.start(DIRECTORY.resolve("pg")).database("erp");
                case MARIADB -> MariaDbServer.start(DIRECTORY.resolve("maria")).database("finance");
                case SQLITE -> new Login("jdbc:sqlite:" + DIRECTORY.resolve("small.db"), "", "");
            };
        }
        return login;
    }

    void run(String... statements) throws SQLException {
        try (Connection connection = login().connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** @param more further lines of the system's file */
    JdbcConnection connection(String more) {
        return connection(login(), more);
    }

    static JdbcConnection connection(Login login, String more) {
        String user = login.user().isEmpty() ? "" : "user: " + login.user() + "\nsecret: env:PASSWORD\n";
        return new JdbcConnection(SystemFiles.of(
                "system: erp\nkind: jdbc\nzone: Asia/Shanghai\nurl: \"" + login.jdbcUrl() + "\"\n" + user + more,
                Map.of("PASSWORD", login.password())));
    }

    static ReadRequest changes(String table, Optional<String> from, Duration overlap) {
        return new ReadRequest(
                table, List.of(), "id", Optional.of("changed"), ReadRequest.Mode.CHANGES, from, overlap, 100);
    }

    static ReadRequest sweep(String table) {
        return new ReadRequest(
                table, List.of(), "id", Optional.empty(), ReadRequest.Mode.SWEEP, Optional.empty(), Duration.ZERO, 100);
    }

    static List<Row> rows(List<RowBatch> batches) {
        return batches.stream().flatMap(batch -> batch.rows().stream()).toList();
    }

    static List<Object> cells(List<RowBatch> batches, String column) {
        List<Object> cells = new ArrayList<>();
        rows(batches).forEach(row -> cells.add(row.cell(column)));
        return cells;
    }

    static List<RowBatch> all(Reading reading) {
        List<RowBatch> batches = new ArrayList<>();
        try (reading) {
            Optional<RowBatch> batch = reading.next();
            while (batch.isPresent()) {
                batches.add(batch.get());
                batch = reading.next();
            }
        }
        return batches;
    }
}
