package io.hefu.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.hefu.adapters.http.ScriptedServer.Asked;
import io.hefu.adapters.http.ScriptedServer.Reply;
import io.hefu.systems.ColumnType;
import io.hefu.systems.ReadRequest;
import io.hefu.systems.Reading;
import io.hefu.systems.Row;
import io.hefu.systems.RowBatch;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An ERP's JSON-RPC with session, tagged values, related records and paging by key needs YAML and no Java. */
class TaggedSessionTest {
    private static String yaml() throws IOException {
        try (InputStream in = TaggedSessionTest.class.getResourceAsStream("/http/tagged-session.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String party(int id, String written) {
        return "{\"id\":" + id + ",\"code\":\"C-" + id + "\",\"party\":7,\"party.\":{\"code\":\"x\",\"id\":7},"
                + "\"tax_identifier.\":null,\"addresses.\":[{\"city\":\"深圳\",\"country.\":{\"code\":\"CN\"},\"id\":1}],"
                + "\"credit\":{\"__class__\":\"Decimal\",\"decimal\":\"18.50\"},"
                + "\"founded\":{\"__class__\":\"date\",\"year\":2026,\"month\":9,\"day\":5},"
                + "\"odd\":{\"__class__\":\"unheard\",\"x\":1},"
                + "\"create_date\":{\"__class__\":\"datetime\",\"year\":2026,\"month\":11,\"day\":24,\"hour\":8,"
                + "\"minute\":20,\"second\":5,\"microsecond\":973},\"write_date\":" + written + "}";
    }

    private static Reply answer(Asked asked) {
        if (asked.body().contains("common.db.login")) {
            return Reply.json("{\"id\":0,\"result\":[1,\"key\"]}");
        }
        if (asked.body().contains("search_count")) {
            return Reply.json("{\"id\":1,\"result\":3}");
        }
        if (asked.body().contains("\"in\"") || asked.body().contains("\"code\",\"=\"")) {
            return Reply.json("{\"id\":1,\"result\":[{\"id\":3,\"code\":\"C-3\"}]}");
        }
        return Reply.json("{\"id\":1,\"result\":["
                + (asked.body().contains("[\"id\",\">\",-1]")
                        ? party(9, "null") + "," + party(10, "null")
                        : party(11, "null"))
                + "]}");
    }

    private static List<Row> rows(Reading reading) {
        List<Row> rows = new ArrayList<>();
        try (reading) {
            for (Optional<RowBatch> batch = reading.next(); batch.isPresent(); batch = reading.next()) {
                rows.addAll(batch.get().rows());
            }
        }
        return rows;
    }

    private static ReadRequest request(ReadRequest.Mode mode) {
        return new ReadRequest(
                "parties",
                List.of(),
                "id",
                Optional.of("create_date, write_date"),
                mode,
                Optional.of("{\"changed\":\"2026-11-24T00:01:00Z\"}"),
                Duration.ofMinutes(1),
                100);
    }

    @Test
    void changedRecordsArePagedByKeyAndTheirValuesAreWhatTheirTagsSay() throws Exception {
        try (ScriptedServer server = new ScriptedServer(TaggedSessionTest::answer);
                HttpConnection connection = server.connection(yaml())) {
            List<Row> rows = rows(connection.read(request(ReadRequest.Mode.CHANGES)));
            assertThat(rows).hasSize(3);
            Row row = rows.get(0);
            assertThat(row.cell("credit")).hasToString("18.50");
            assertThat(row.cell("founded")).hasToString("2026-09-05");
            assertThat(row.cell("create_date")).isEqualTo(Instant.parse("2026-11-24T08:20:05.000973Z"));
            assertThat(row.cell("party")).isEqualTo(Map.of("code", "x", "id", 7L));
            assertThat(row.cell("tax_identifier")).isNull();
            assertThat(row.cell("addresses").toString()).contains("country={code=CN}");
            assertThat(row.cell("odd")).isEqualTo(Map.of("__class__", "unheard", "x", 1L));
            assertThat(row.shape().columns().get(row.shape().place("founded")).type())
                    .isEqualTo(ColumnType.DATE);
            assertThat(server.asked.get(1).body())
                    .isEqualTo("{\"id\":1,\"method\":\"model.party.party.search_read\",\"params\":[[[\"id\",\">\",-1],"
                            + "[\"OR\",[\"write_date\",\">=\",\"2026-11-24 00:00:00.000000\"],"
                            + "[[\"write_date\",\"=\",null],[\"create_date\",\">=\",\"2026-11-24 00:00:00.000000\"]]]],"
                            + "0,2,[[\"id\",\"ASC\"]],"
                            + "[\"code\",\"name\",\"active\",\"tax_identifier.code\",\"addresses.city\",\"create_date\",\"write_date\"],"
                            + "{\"active_test\":false,\"company\":1}]}");
            assertThat(server.asked.get(2).body()).contains("[\"id\",\">\",10]");
        }
    }

    @Test
    void aSweepIsInByteOrderAndCountedBefore() throws Exception {
        try (ScriptedServer server = new ScriptedServer(TaggedSessionTest::answer);
                HttpConnection connection = server.connection(yaml())) {
            assertThat(rows(connection.read(request(ReadRequest.Mode.SWEEP))).stream()
                            .map(row -> row.cell("id")))
                    .containsExactly(10L, 11L, 9L);
            assertThat(server.asked.get(1).body()).contains("search_count");
        }
    }

    @Test
    void keysTravelAsNumbersAndALookUpFindsByCode() throws Exception {
        try (ScriptedServer server = new ScriptedServer(TaggedSessionTest::answer);
                HttpConnection connection = server.connection(yaml())) {
            assertThat(connection.rowsWith("parties", "id", List.of("3", "4"))).hasSize(1);
            assertThat(server.asked.get(1).body()).contains("[\"id\",\"in\",[3,4]]");
            assertThat(connection.find("parties", Map.of("code", "C-3"))).hasSize(1);
        }
    }
}
