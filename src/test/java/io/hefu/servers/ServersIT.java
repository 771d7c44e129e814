package io.hefu.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The servers start, do what the tests need of them, keep their data and stop. */
class ServersIT {
    @TempDir
    Path directory;

    @Test
    void postgresqlKeepsItsDataAndRefusesAWrongPassword() throws SQLException {
        Path data = directory.resolve("pg");
        try (PostgresServer server = PostgresServer.start(data)) {
            Login login = server.database("erp");
            run(login, "create table t (name text)", "insert into t values ('蓝海电子')");
            Login wrong = new Login(login.jdbcUrl(), login.user(), "wrong");
            assertThatThrownBy(wrong::connect).hasMessageContaining("password authentication failed");
        }
        try (PostgresServer server =
                PostgresServer.start(data, PostgresServer.Options.quick().durable(true))) {
            assertThat(value(server.login("erp"), "select name from t")).isEqualTo("蓝海电子");
            assertThat(value(server.login("erp"), "show fsync")).isEqualTo("on");
            assertThat(value(server.login("erp"), "show synchronous_commit")).isEqualTo("on");
        }
    }

    @Test
    void mariadbKeepsItsDataAndRefusesAWrongPassword() throws SQLException {
        Path data = directory.resolve("maria");
        try (MariaDbServer server = MariaDbServer.start(data)) {
            Login login = server.database("finance");
            run(login, "create table t (name varchar(20))", "insert into t values ('𠮷祥金属')");
            assertThat(value(login, "select @@local_infile")).isEqualTo("1");
            assertThat(value(login, "select @@character_set_server")).isEqualTo("utf8mb4");
            Login wrong = new Login(login.jdbcUrl(), login.user(), "wrong");
            assertThatThrownBy(wrong::connect).hasMessageContaining("Access denied");
        }
        try (MariaDbServer server = MariaDbServer.start(data)) {
            assertThat(value(server.login("finance"), "select name from t")).isEqualTo("𠮷祥金属");
        }
    }

    @Test
    void bothStartAtOnceFromTheUnpackedCopies() throws Exception {
        CompletableFuture<MariaDbServer> maria =
                CompletableFuture.supplyAsync(() -> MariaDbServer.start(directory.resolve("m")));
        try (PostgresServer postgres = PostgresServer.start(directory.resolve("p"));
                MariaDbServer mariadb = maria.get()) {
            assertThat(value(postgres.login("postgres"), "select 1")).isEqualTo("1");
            assertThat(value(mariadb.login(""), "select 1")).isEqualTo("1");
        }
    }

    private static void run(Login login, String... statements) throws SQLException {
        try (Connection connection = login.connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String value(Login login, String query) throws SQLException {
        try (Connection connection = login.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }
}
