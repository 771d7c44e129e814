package io.hefu.adapters.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hefu.servers.Login;
import io.hefu.systems.OutgoingRow;
import io.hefu.systems.ReadRequest;
import io.hefu.systems.SystemFault;
import io.hefu.systems.WriteOperation;
import io.hefu.systems.WriteResult;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a person is told when a database cannot do what was asked. */
class JdbcFaultsIT {
    private static SystemFault fault(Login login, String resource) {
        try (JdbcConnection connection = Databases.connection(login, "limits: {connect: 2s}\n")) {
            return catchThrowableOfType(SystemFault.class, () -> connection.describe(resource));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void aWrongPasswordIsSaidAtOnceAndNeverShown(Databases database) {
        Login wrong = new Login(database.login().jdbcUrl(), database.login().user(), "S3cret-wrong");
        long start = System.nanoTime();
        SystemFault fault = fault(wrong, "kehu");
        assertThat(fault.kind()).isEqualTo(SystemFault.Kind.FATAL);
        assertThat(fault.what().en()).contains("refused the login", "test.system.yaml", "secret");
        assertThat(fault.what().zh()).contains("拒绝了用户");
        assertThat(fault.toString() + fault.getCause()).doesNotContain("S3cret-wrong");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void aMissingDatabaseTableOrColumnIsNamed(Databases database) throws SQLException {
        Login login = database.login();
        Login nowhere = new Login(login.jdbcUrl() + "_nowhere", login.user(), login.password());
        assertThat(fault(nowhere, "kehu").what().en()).contains("no such database", "_nowhere", "url");
        assertThat(fault(login, "no_table").what().en()).contains("no table or view “no_table”");
        database.run("drop table if exists small", "create table small (code integer)");
        try (JdbcConnection connection = Databases.connection(login, "")) {
            ReadRequest request = Databases.sweep("small");
            SystemFault fault = catchThrowableOfType(SystemFault.class, () -> connection.read(request));
            assertThat(fault.what().en()).contains("no column “id”");
            assertThat(fault.attempt().en()).contains("code");
        }
    }

    @Test
    void anUnreachableHostMayBeTriedAgain() {
        SystemFault fault = fault(new Login("jdbc:postgresql://127.0.0.1:1/erp", "hefu", "x"), "kehu");
        assertThat(fault.retryable()).isTrue();
        assertThat(fault.what().en()).contains("cannot be reached", "127.0.0.1:1");
        SystemFault maria = fault(new Login("jdbc:mariadb://127.0.0.1:1/erp", "hefu", "x"), "kehu");
        assertThat(maria.retryable()).isTrue();
    }

    @Test
    void aMissingSqliteFileIsNotMade() {
        SystemFault fault = fault(new Login("jdbc:sqlite:/nowhere/none.db", "", ""), "kehu");
        assertThat(fault.what().en()).contains("no such database");
    }

    @Test
    void aMissingGrantSaysWhatToAskFor() throws SQLException {
        Databases.POSTGRESQL.run(
                "drop table if exists secret_table",
                "create table secret_table (id integer)",
                "do $$ begin if not exists (select from pg_roles where rolname = 'reader') then "
                        + "create role reader login password 'reader'; end if; end $$");
        Login reader = new Login(Databases.POSTGRESQL.login().jdbcUrl(), "reader", "reader");
        SystemFault fault = fault(reader, "secret_table");
        assertThat(fault.attempt().en()).contains("GRANT SELECT ON secret_table TO reader");
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void aReadingConnectionCannotWrite(Databases database) throws SQLException {
        database.run("drop table if exists kept", "create table kept (id integer)");
        Pools pools = poolsOf(database);
        try (pools;
                Connection connection = pools.connection(Pools.Use.READING);
                Statement statement = connection.createStatement()) {
            SQLException refused = catchThrowableOfType(
                    SQLException.class, () -> statement.executeUpdate("insert into kept values (1)"));
            assertThat(refused.getMessage()).containsIgnoringCase("read");
        }
    }

    private static Pools poolsOf(Databases database) {
        Login login = database.login();
        var settings = io.hefu.adapters.settings.SystemFiles.of(
                "system: erp\nkind: jdbc\nurl: \"" + login.jdbcUrl() + "\"\nuser: " + login.user()
                        + "\nsecret: env:P\n",
                Map.of("P", login.password()));
        return new Pools(Database.of(login.jdbcUrl()), settings, JdbcOptions.of(settings));
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void aLockedRowIsRefusedForNowAndTheOthersAreWritten(Databases database) throws SQLException {
        database.run(
                "drop table if exists locked",
                "create table locked (id integer primary key, n integer)",
                "insert into locked values (1, 1), (2, 2)");
        try (JdbcConnection connection = Databases.connection(database.login(), "limits: {lock: 1s}\n");
                Connection other = database.login().connect()) {
            other.setAutoCommit(false);
            try (Statement statement = other.createStatement()) {
                statement.executeUpdate("update locked set n = 9 where id = 1");
            }
            List<WriteResult> results = connection.write(
                    "locked",
                    "id",
                    WriteOperation.UPDATE,
                    List.of(new OutgoingRow("a", Optional.of("1"), Map.of("n", 5L))));
            other.rollback();
            assertThat(results.get(0))
                    .isInstanceOfSatisfying(
                            WriteResult.Rejected.class,
                            rejected -> assertThat(rejected.retryable()).isTrue());
        }
    }
}
