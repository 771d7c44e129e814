package io.hefu.adapters.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.hefu.servers.Login;
import io.hefu.systems.OutgoingRow;
import io.hefu.systems.Row;
import io.hefu.systems.WriteOperation;
import io.hefu.systems.WriteResult;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What writing into a database promises, on each product. */
class JdbcWritingIT {
    private static final String CHILDREN =
            "resources: {orders: {children: {lines: {table: order_lines, parent: order_no, key: seq}}}}\n";

    private static void customers(Databases database) throws SQLException {
        database.run(
                "drop table if exists kehu",
                "create table kehu (khbm varchar(20) primary key, khmc varchar(10) not null, sh varchar(18) unique, "
                        + "ye decimal(18,2), since date)");
    }

    private static OutgoingRow customer(String code, String name, String tax) {
        Map<String, Object> cells = new HashMap<>();
        cells.put("khbm", code);
        cells.put("khmc", name);
        cells.put("sh", tax);
        cells.put("ye", new BigDecimal("12.30"));
        cells.put("since", LocalDate.of(2026, 1, 5).toString());
        return new OutgoingRow(code, Optional.empty(), cells);
    }

    private static OutgoingRow change(String code, Map<String, Object> cells) {
        return new OutgoingRow(code, Optional.of(code), cells);
    }

    @ParameterizedTest
    @EnumSource
    void createdRowsAreThereAsTheyWereSaid(Databases database) throws SQLException {
        customers(database);
        try (JdbcConnection connection = database.connection("")) {
            String odd = "tab\t\\n \"𠮷\"";
            List<OutgoingRow> rows = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                rows.add(customer("K" + i, odd, null));
            }
            List<WriteResult> results = connection.write("kehu", "khbm", WriteOperation.CREATE, rows);
            assertThat(results.get(7)).isEqualTo(new WriteResult.Written("K7"));
            Row row = connection.rowsWith("kehu", "khbm", List.of("K7")).get(0);
            assertThat(row.cell("khmc")).isEqualTo(odd);
            assertThat(row.cell("sh")).isNull();
            assertThat(((BigDecimal) row.cell("ye")).compareTo(new BigDecimal("12.3")))
                    .isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void oneBadRowDoesNotStopItsBatch(Databases database) throws SQLException {
        customers(database);
        try (JdbcConnection connection = database.connection("")) {
            List<OutgoingRow> rows = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                rows.add(customer("K" + i, "n" + i, "T" + i));
            }
            rows.set(40, customer("K40", "a name that is far too long", "T40"));
            rows.set(120, customer("K120", null, "T120"));
            rows.set(200, customer("K200", "n200", "T3"));
            rows.set(
                    250,
                    new OutgoingRow("x", Optional.empty(), Map.of("khbm", "K250", "khmc", "n", "ye", "1e9999999")));

            List<WriteResult> results = connection.write("kehu", "khbm", WriteOperation.CREATE, rows);

            assertThat(results.stream().filter(WriteResult.Written.class::isInstance))
                    .hasSize(296);
            assertThat(reason(results.get(40))).contains("kehu.khmc", "too long", "a name that is far");
            assertThat(reason(results.get(120))).contains("khmc", "must not be empty");
            assertThat(reason(results.get(200))).contains("there already", "T3");
            assertThat(reason(results.get(250))).contains("kehu.ye", "cannot hold", "1e9999999");
        }
    }

    private static String reason(WriteResult result) {
        return ((WriteResult.Rejected) result).reason().en();
    }

    @ParameterizedTest
    @EnumSource
    void keysThatTheDatabaseMakesAreAnsweredToTheirRows(Databases database) throws SQLException {
        String identity = switch (database) {
            case POSTGRESQL -> "bigint generated always as identity primary key";
            case MARIADB -> "bigint auto_increment primary key";
            case SQLITE -> "integer primary key autoincrement";
        };
        database.run("drop table if exists made", "create table made (id " + identity + ", name varchar(20))");
        try (JdbcConnection connection = database.connection("")) {
            List<OutgoingRow> rows = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                rows.add(new OutgoingRow("t" + i, Optional.empty(), Map.of("name", "n" + i)));
            }
            List<WriteResult> results = connection.write("made", "id", WriteOperation.CREATE, rows);
            String key = ((WriteResult.Written) results.get(33)).key();
            assertThat(connection.rowsWith("made", "id", List.of(key)).get(0).cell("name"))
                    .isEqualTo("n33");
        }
    }

    @ParameterizedTest
    @EnumSource
    void anUpdateTouchesItsColumnsAloneAndNeverMakesARow(Databases database) throws SQLException {
        customers(database);
        try (JdbcConnection connection = database.connection("")) {
            for (int count : new int[] {5, 400}) {
                database.run("delete from kehu");
                List<OutgoingRow> created = new ArrayList<>();
                List<OutgoingRow> updated = new ArrayList<>();
                for (int i = 0; i < count; i++) {
                    created.add(customer("K" + i, "old" + i, "T" + i));
                    updated.add(change("K" + i, Map.of("khmc", "new" + i)));
                }
                updated.add(change("gone", Map.of("khmc", "x")));
                connection.write("kehu", "khbm", WriteOperation.CREATE, created);

                List<WriteResult> results = connection.write("kehu", "khbm", WriteOperation.UPDATE, updated);

                assertThat(results.get(count - 1)).isEqualTo(new WriteResult.Written("K" + (count - 1)));
                assertThat(reason(results.get(count))).contains("no row with the key “gone”");
                Row row = connection.rowsWith("kehu", "khbm", List.of("K3")).get(0);
                assertThat(row.cell("khmc")).isEqualTo("new3");
                assertThat(row.cell("sh")).isEqualTo("T3");
                assertThat(connection.rowsWith("kehu", "khbm", List.of("gone"))).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aBadRowInALargeUpdateIsRefusedAlone(Databases database) throws SQLException {
        customers(database);
        try (JdbcConnection connection = database.connection("")) {
            List<OutgoingRow> created = new ArrayList<>();
            List<OutgoingRow> updated = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                created.add(customer("K" + i, "old" + i, "T" + i));
                updated.add(change("K" + i, Map.of("sh", i == 77 ? "T1" : "U" + i)));
            }
            updated.set(1, change("K1", Map.of("sh", "T1")));
            connection.write("kehu", "khbm", WriteOperation.CREATE, created);
            List<WriteResult> results = connection.write("kehu", "khbm", WriteOperation.UPDATE, updated);
            assertThat(results.stream().filter(WriteResult.Rejected.class::isInstance))
                    .hasSize(1);
            assertThat(reason(results.get(77))).contains("there already");
        }
    }

    @ParameterizedTest
    @EnumSource
    void childrenAreWrittenWithTheirParentAndKeptInStep(Databases database) throws SQLException {
        database.run(
                "drop table if exists order_lines",
                "drop table if exists orders",
                "create table orders (order_no varchar(20) primary key, net decimal(18,2))",
                "create table order_lines (order_no varchar(20) references orders (order_no), seq integer, "
                        + "net decimal(18,2) not null, primary key (order_no, seq))");
        try (JdbcConnection connection = database.connection(CHILDREN)) {
            List<Map<String, Object>> lines = List.of(line(1, "10.00"), line(2, "20.00"));
            connection.write(
                    "orders",
                    "order_no",
                    WriteOperation.CREATE,
                    List.of(new OutgoingRow("a", Optional.empty(), Map.of("order_no", "SO-1", "lines", lines))));
            assertThat(connection.rowsWith("order_lines", "order_no", List.of("SO-1")))
                    .hasSize(2);

            List<WriteResult> results = connection.write(
                    "orders",
                    "order_no",
                    WriteOperation.UPDATE,
                    List.of(change("SO-1", Map.of("net", "35", "lines", List.of(line(2, "25.00"), line(3, "10.00"))))));

            assertThat(results).containsExactly(new WriteResult.Written("SO-1"));
            List<Row> after = connection.rowsWith("order_lines", "order_no", List.of("SO-1"));
            assertThat(after.stream().map(row -> row.cell("seq"))).containsExactlyInAnyOrder(2L, 3L);
            connection.write("orders", "order_no", WriteOperation.DELETE, List.of(change("SO-1", Map.of())));
            assertThat(connection.rowsWith("order_lines", "order_no", List.of("SO-1")))
                    .isEmpty();
        }
    }

    private static Map<String, Object> line(long seq, String net) {
        return Map.of("seq", seq, "net", new BigDecimal(net));
    }

    @ParameterizedTest
    @EnumSource
    void aFaultyChildTakesItsParentWithItAndNoOther(Databases database) throws SQLException {
        database.run(
                "drop table if exists order_lines",
                "drop table if exists orders",
                "create table orders (order_no varchar(20) primary key, net decimal(18,2))",
                "create table order_lines (order_no varchar(20), seq integer, net decimal(18,2) not null, "
                        + "primary key (order_no, seq))");
        try (JdbcConnection connection = database.connection(CHILDREN)) {
            List<Map<String, Object>> twice = List.of(line(1, "10.00"), line(1, "20.00"));
            List<WriteResult> results = connection.write(
                    "orders",
                    "order_no",
                    WriteOperation.CREATE,
                    List.of(
                            new OutgoingRow("a", Optional.empty(), Map.of("order_no", "SO-1", "lines", twice)),
                            new OutgoingRow(
                                    "b",
                                    Optional.empty(),
                                    Map.of("order_no", "SO-2", "lines", List.of(line(1, "1"))))));
            assertThat(reason(results.get(0))).contains("order_lines");
            assertThat(results.get(1)).isEqualTo(new WriteResult.Written("SO-2"));
            assertThat(connection.rowsWith("orders", "order_no", List.of("SO-1", "SO-2")))
                    .hasSize(1);
        }
    }

    @Test
    void aTimestampIsWrittenAsTheInstantItIs() throws SQLException {
        Instant instant = Instant.parse("2026-11-20T02:00:00.123456Z");
        for (Databases database : List.of(Databases.POSTGRESQL, Databases.MARIADB)) {
            String type = database == Databases.POSTGRESQL ? "timestamptz" : "timestamp(6) null";
            database.run(
                    "drop table if exists instants",
                    "create table instants (id integer primary key, z " + type
                            + ", t timestamp(6) null)"
                                    .replace(
                                            "t timestamp(6) null",
                                            database == Databases.POSTGRESQL ? "t timestamp" : "t datetime(6)"));
            try (JdbcConnection connection = database.connection("")) {
                connection.write(
                        "instants",
                        "id",
                        WriteOperation.CREATE,
                        List.of(new OutgoingRow("1", Optional.empty(), Map.of("id", 1L, "z", instant, "t", instant))));
                Row row = connection.rowsWith("instants", "id", List.of("1")).get(0);
                assertThat(row.cell("z")).isEqualTo(instant);
                assertThat(row.cell("t")).hasToString("2026-11-20T10:00:00.123456");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void aConnectionThatDiesAtCommitLeavesItUnknown(Databases database) throws Exception {
        database.run("drop table if exists cut", "create table cut (id integer primary key)");
        Login direct = database.login();
        int port = Integer.parseInt(direct.jdbcUrl().replaceAll(".*:(\\d+)/.*", "$1"));
        try (CuttingProxy proxy = new CuttingProxy(port, "COMMIT");
                JdbcConnection connection = Databases.connection(
                        new Login(
                                direct.jdbcUrl().replace(":" + port + "/", ":" + proxy.port() + "/"),
                                direct.user(),
                                direct.password()),
                        "")) {
            OutgoingRow row = new OutgoingRow("a", Optional.empty(), Map.of("id", 1L));
            proxy.cutFromNowOn();
            assertThat(connection.write("cut", "id", WriteOperation.CREATE, List.of(row)))
                    .singleElement()
                    .isInstanceOf(WriteResult.Unknown.class);
        }
    }
}
