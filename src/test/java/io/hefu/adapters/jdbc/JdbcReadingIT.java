package io.hefu.adapters.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.hefu.systems.ColumnType;
import io.hefu.systems.ReadRequest;
import io.hefu.systems.Row;
import io.hefu.systems.RowBatch;
import io.hefu.systems.Shape;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What reading a database promises, on each product. */
class JdbcReadingIT {
    private static final String SMALL_PAGES = "limits: {page: 150}\n";

    @ParameterizedTest
    @EnumSource
    void equalTimestampsLoseNothing(Databases database) throws SQLException {
        database.run(
                "drop table if exists same_time", "create table same_time (id integer primary key, changed timestamp)");
        database.run(numbers("insert into same_time select n, '2026-11-20 10:00:00' from (%s) q", 1000));
        try (JdbcConnection connection = database.connection(SMALL_PAGES)) {
            List<RowBatch> batches =
                    Databases.all(connection.read(Databases.changes("same_time", Optional.empty(), Duration.ZERO)));
            assertThat(new HashSet<>(Databases.cells(batches, "id"))).hasSize(1000);
            assertThat(Databases.rows(batches)).hasSize(1000);

            String position = batches.get(batches.size() - 1).position();
            database.run("insert into same_time values (0, '2026-11-20 10:00:00')");
            List<RowBatch> later = Databases.all(
                    connection.read(Databases.changes("same_time", Optional.of(position), Duration.ZERO)));
            assertThat(Databases.rows(later)).hasSize(1001);
            assertThat(new HashSet<>(Databases.cells(later, "id"))).hasSize(1001);
        }
    }

    private static String numbers(String sql, int count) {
        return sql.formatted("with recursive r as (select 1 as n union all select n + 1 from r where n < " + count
                + ") select n from r");
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void aLateCommitInsideTheOverlapIsRead(Databases database) throws SQLException {
        database.run(
                "drop table if exists late",
                "create table late (id integer primary key, changed timestamp null)",
                "insert into late values (1, '2026-11-20 10:00:00'), (2, '2026-11-20 10:05:00')");
        try (JdbcConnection connection = database.connection("")) {
            Duration overlap = Duration.ofMinutes(5);
            List<RowBatch> first = Databases.all(connection.read(Databases.changes("late", Optional.empty(), overlap)));
            database.run("insert into late values (3, '2026-11-20 10:01:00')");

            List<RowBatch> second = Databases.all(connection.read(
                    Databases.changes("late", Optional.of(first.get(0).position()), overlap)));

            assertThat(Databases.cells(second, "id")).contains(3L);
            assertThat(second.get(0).position()).isEqualTo(first.get(0).position());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPositionNeverGoesBackAndANullWatermarkIsReadAtFirst(Databases database) throws SQLException {
        database.run(
                "drop table if exists moved",
                "create table moved (id integer primary key, changed integer)",
                "insert into moved values (1, 50), (2, 60), (3, null)");
        try (JdbcConnection connection = database.connection("")) {
            List<RowBatch> first =
                    Databases.all(connection.read(Databases.changes("moved", Optional.empty(), Duration.ofMinutes(1))));
            assertThat(Databases.cells(first, "id")).containsExactlyInAnyOrder(1L, 2L, 3L);
            String position = first.get(first.size() - 1).position();

            database.run("delete from moved where id = 2");
            List<RowBatch> second = Databases.all(
                    connection.read(Databases.changes("moved", Optional.of(position), Duration.ofMinutes(1))));

            assertThat(Databases.cells(second, "id")).containsExactly(1L);
            assertThat(second.get(0).position()).contains("\"60\"");
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofSeveralWatermarksTheGreatestCounts(Databases database) throws SQLException {
        database.run(
                "drop table if exists several",
                "create table several (id integer primary key, made integer, changed integer)",
                "insert into several values (1, 10, null), (2, 20, 90), (3, 50, 55)");
        try (JdbcConnection connection = database.connection("")) {
            ReadRequest request = new ReadRequest(
                    "several",
                    List.of(),
                    "id",
                    Optional.of("changed, made"),
                    ReadRequest.Mode.CHANGES,
                    Optional.empty(),
                    Duration.ZERO,
                    10);
            List<RowBatch> batches = Databases.all(connection.read(request));
            assertThat(Databases.cells(batches, "id")).containsExactly(1L, 3L, 2L);
            assertThat(batches.get(0).position()).contains("\"90\"");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTextWatermarkGoesBackByItsFormat(Databases database) throws SQLException {
        database.run(
                "drop table if exists written",
                "create table written (id integer primary key, changed varchar(14))",
                "insert into written values (1, '20261120095900'), (2, '20261120100000')");
        try (JdbcConnection connection =
                database.connection("resources: {written: {changedFormat: yyyyMMddHHmmss}}\n")) {
            List<RowBatch> first =
                    Databases.all(connection.read(Databases.changes("written", Optional.empty(), Duration.ZERO)));
            List<RowBatch> again = Databases.all(connection.read(
                    Databases.changes("written", Optional.of(first.get(0).position()), Duration.ofMinutes(2))));
            assertThat(Databases.cells(again, "id")).containsExactly(1L, 2L);
        }
    }

    @ParameterizedTest
    @EnumSource
    void sweepOrderIsByteOrderOfTexts(Databases database) throws SQLException {
        List<String> keys = new ArrayList<>(List.of(
                "a", "A", "b", "B", "ab", "a b", "a\tb", "Z", "é", "中", "𠮷", "豈", "\uFF21", "_", "-", "10", "9", "a1",
                "a\u0001"));
        database.run("drop table if exists texts", "create table texts (id varchar(20) " + collation(database) + ")");
        Collections.shuffle(keys, new java.util.Random(7));
        for (String key : keys) {
            database.run("insert into texts values ('" + key + "')");
        }
        try (JdbcConnection connection = database.connection("")) {
            List<Object> read = Databases.cells(Databases.all(connection.read(Databases.sweep("texts"))), "id");
            assertThat(read).isEqualTo(inByteOrder(keys));
        }
    }

    private static String collation(Databases database) {
        return database == Databases.MARIADB ? "collate utf8mb4_unicode_ci" : "";
    }

    private static List<String> inByteOrder(List<String> keys) {
        return keys.stream()
                .sorted((a, b) ->
                        Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void sweepOrderIsByteOrderOfNumbersToo(Databases database) throws SQLException {
        database.run("drop table if exists counted", "create table counted (id integer primary key)");
        database.run(numbers("insert into counted select n from (%s) q", 250));
        try (JdbcConnection connection = database.connection("")) {
            List<RowBatch> batches = Databases.all(connection.read(Databases.sweep("counted")));
            List<String> read = Databases.cells(batches, "id").stream()
                    .map(Object::toString)
                    .toList();
            assertThat(batches).hasSize(3);
            assertThat(read).hasSize(250).isEqualTo(inByteOrder(read));
        }
    }

    @Test
    void postgresqlGivesEveryTypeExactly() throws SQLException {
        Databases.POSTGRESQL.run(
                "drop table if exists typed",
                "create table typed (id bigint, amount numeric(18,2), f double precision, d date, t timestamp(3), "
                        + "z timestamptz, flag boolean, c char(5), b bytea, u uuid, n numeric)",
                "insert into typed values (9007199254740993, 0.10, 0.1, '2026-02-28', '2026-11-20 10:00:00.123', "
                        + "'2026-11-20 10:00:00.123456+08', true, 'ab', '\\x01ff', "
                        + "'11111111-1111-1111-1111-111111111111', 'NaN')",
                "insert into typed (id, d, t) values (9, 'infinity', '-infinity')");
        try (JdbcConnection connection = Databases.POSTGRESQL.connection("")) {
            List<Row> rows = Databases.rows(Databases.all(connection.read(Databases.sweep("typed"))));
            assertThat(rows.get(0).cell("id")).isEqualTo(9L);
            assertThat(rows.get(0).cell("d")).isEqualTo("infinity");
            assertThat(rows.get(0).cell("t")).isEqualTo("-infinity");
            assertThat(rows.get(1).cell("id")).isEqualTo(9007199254740993L);
            assertThat(rows.get(1).cell("amount")).isEqualTo(new BigDecimal("0.10"));
            assertThat(rows.get(1).cell("f")).isEqualTo(new BigDecimal("0.1"));
            assertThat(rows.get(1).cell("d")).isEqualTo(LocalDate.of(2026, 2, 28));
            assertThat(rows.get(1).cell("t")).isEqualTo(LocalDateTime.parse("2026-11-20T10:00:00.123"));
            assertThat(rows.get(1).cell("z")).isEqualTo(Instant.parse("2026-11-20T02:00:00.123456Z"));
            assertThat(rows.get(1).cell("flag")).isEqualTo(true);
            assertThat(rows.get(1).cell("c")).isEqualTo("ab");
            assertThat((byte[]) rows.get(1).cell("b")).containsExactly(1, -1);
            assertThat(rows.get(1).cell("u")).isEqualTo("11111111-1111-1111-1111-111111111111");
            assertThat(rows.get(1).cell("n")).isEqualTo("NaN");
        }
    }

    @Test
    void mariadbGivesEveryTypeExactly() throws SQLException {
        Databases.MARIADB.run(
                "drop table if exists typed",
                "create table typed (id bigint, amount decimal(18,2), f double, d date, t datetime(3), "
                        + "z timestamp(6) null, flag bit(1), status tinyint(1), big bigint unsigned, y year)",
                "set sql_mode = ''",
                "insert into typed values (1, 0.10, 0.1, '2026-02-28', '2026-11-20 10:00:00.123', "
                        + "'2026-11-20 10:00:00.123456', b'1', 7, 18446744073709551615, 2026), "
                        + "(2, null, null, '0000-00-00', '0000-00-00 00:00:00', null, null, null, null, null)");
        try (JdbcConnection connection = Databases.MARIADB.connection("")) {
            List<Row> rows = Databases.rows(Databases.all(connection.read(Databases.sweep("typed"))));
            assertThat(rows.get(0).cells())
                    .containsExactly(
                            1L,
                            new BigDecimal("0.10"),
                            new BigDecimal("0.1"),
                            LocalDate.of(2026, 2, 28),
                            LocalDateTime.parse("2026-11-20T10:00:00.123"),
                            Instant.parse("2026-11-20T02:00:00.123456Z"),
                            true,
                            7L,
                            new BigDecimal("18446744073709551615"),
                            2026L);
            assertThat(rows.get(1).cell("d")).isEqualTo("0000-00-00");
            assertThat((String) rows.get(1).cell("t")).startsWith("0000-00-00");
            assertThat(rows.get(1).cell("z")).isNull();
        }
        try (JdbcConnection connection = Databases.MARIADB.connection("quirks: {zeroDates: nothing}\n")) {
            List<Row> rows = Databases.rows(Databases.all(connection.read(Databases.sweep("typed"))));
            assertThat(rows.get(1).cell("d")).isNull();
        }
    }

    @Test
    void gb18030BytesInALatin1ColumnAreReadWithoutOneBrokenCharacter() throws SQLException {
        Databases.MARIADB.run(
                "drop table if exists old",
                "create table old (id integer, name varchar(40) character set latin1)",
                "insert into old values (1, unhex('C0B6BAA3B5E7D7D3')), (2, unhex('C0FF'))");
        try (JdbcConnection connection =
                Databases.MARIADB.connection("charset: GB18030\nresources: {old: {raw: [name]}}\n")) {
            List<Row> rows = Databases.rows(Databases.all(connection.read(Databases.sweep("old"))));
            assertThat(rows.get(0).cell("name")).isEqualTo("蓝海电子");
            assertThat(rows.get(1).cell("name")).isInstanceOf(byte[].class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRenamedColumnIsSeenInTheShape(Databases database) throws SQLException {
        database.run("drop table if exists renamed", "create table renamed (id integer, stage varchar(20))");
        try (JdbcConnection connection = database.connection("")) {
            Shape before = connection.describe("renamed");
            database.run("alter table renamed rename column stage to quote_stage");
            Shape after = connection.describe("renamed");
            assertThat(before.columns().get(1).type()).isEqualTo(ColumnType.TEXT);
            assertThat(before.has("stage")).isTrue();
            assertThat(after.has("stage")).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void rowsAreFoundByTheirKeysAndByTheirCells(Databases database) throws SQLException {
        database.run(
                "drop table if exists looked",
                "create table looked (id integer primary key, name varchar(20), parent varchar(9))");
        database.run(numbers("insert into looked select n, 'x', 'p' from (%s) q", 900));
        try (JdbcConnection connection = database.connection("")) {
            List<String> keys = new ArrayList<>(List.of("7", "not a number", "5000"));
            for (int i = 100; i < 800; i++) {
                keys.add(Integer.toString(i));
            }
            assertThat(connection.rowsWith("looked", "id", keys)).hasSize(701);
            assertThat(connection.find("looked", java.util.Map.of("id", "7", "name", "x")))
                    .hasSize(1);
            assertThat(connection.find("looked", java.util.Map.of("id", "seven")))
                    .isEmpty();
        }
    }
}
