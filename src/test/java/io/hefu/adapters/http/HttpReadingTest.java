package io.hefu.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hefu.adapters.http.ScriptedServer.Reply;
import io.hefu.systems.ReadRequest;
import io.hefu.systems.Reading;
import io.hefu.systems.Row;
import io.hefu.systems.RowBatch;
import io.hefu.systems.SystemFault;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What reading a system behind HTTP promises. */
class HttpReadingTest {
    static final String LEADS = """
            auth: {kind: header, header: X-API-Key, secret: env:SECRET}
            resources:
              leads:
                key: id
                list: {path: "/api/leads?since={since}&page={page}&size={limit}", items: $.data, more: $.hasMore,
                       total: $.total, order: changed}
                find: {path: "/api/leads?lead_no={value}", items: $.data, column: lead_no}
                get: {path: "/api/leads/{key}"}
                by: {account_id: {path: "/api/leads?account_id={value}&page={page}", items: $.data, more: $.hasMore}}
            """;

    static ReadRequest changes(Optional<String> from) {
        return new ReadRequest(
                "leads",
                List.of(),
                "id",
                Optional.of("updated_at"),
                ReadRequest.Mode.CHANGES,
                from,
                Duration.ofMinutes(5),
                2);
    }

    static ReadRequest sweep() {
        return new ReadRequest(
                "leads",
                List.of(),
                "id",
                Optional.of("updated_at"),
                ReadRequest.Mode.SWEEP,
                Optional.empty(),
                Duration.ZERO,
                100);
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

    static List<String> ids(List<RowBatch> batches) {
        return batches.stream()
                .flatMap(batch -> batch.rows().stream())
                .map(row -> row.cell("id").toString())
                .toList();
    }

    static String page(boolean more, int total, String... items) {
        return "{\"data\":[" + String.join(",", items) + "],\"hasMore\":" + more + ",\"total\":" + total + "}";
    }

    static String lead(String id, String time) {
        return "{\"id\":\"" + id + "\",\"updated_at\":\"2026-11-20T" + time + ".000+08:00\",\"amount\":1250.50}";
    }

    @Test
    void pagesInTheOrderOfChangeAreReadByTimeSoThatNothingIsSkipped() throws Exception {
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.inOrder(
                        Reply.json(page(true, 3, lead("L1", "09:00:00"), lead("L2", "09:01:00"))),
                        Reply.json(page(false, 2, lead("L2", "09:01:00"), lead("L3", "09:02:00")))));
                HttpConnection connection = server.connection(LEADS)) {
            List<RowBatch> batches = all(connection.read(changes(Optional.empty())));
            assertThat(ids(batches)).containsExactly("L1", "L2", "L3");
            assertThat(server.asked.get(1).uri())
                    .contains("since=2026-11-20T09%3A01%3A00.000%2B08%3A00", "page=1", "size=100");
            assertThat(server.asked.get(0).header("X-API-Key")).isEqualTo("geheim");
            assertThat(batches.get(1).position()).isEqualTo("{\"changed\":\"2026-11-20T01:02:00Z\"}");
        }
    }

    @Test
    void aPageOfEqualTimesGoesOnByPageAndLosesNothing() throws Exception {
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.inOrder(
                        Reply.json(page(true, 4, lead("L1", "09:00:00"), lead("L2", "09:00:00"))),
                        Reply.json(page(true, 4, lead("L1", "09:00:00"), lead("L2", "09:00:00"))),
                        Reply.json(page(false, 4, lead("L3", "09:00:00"), lead("L4", "09:00:00")))));
                HttpConnection connection = server.connection(LEADS)) {
            assertThat(ids(all(connection.read(changes(Optional.empty()))))).containsExactly("L1", "L2", "L3", "L4");
            assertThat(server.asked.get(2).uri()).contains("page=2");
        }
    }

    @Test
    void theOverlapIsAskedForAgain() throws Exception {
        try (ScriptedServer server = new ScriptedServer(any -> Reply.json(page(false, 0)));
                HttpConnection connection = server.connection(LEADS)) {
            all(connection.read(changes(Optional.of("{\"changed\":\"2026-11-20T01:02:00Z\"}"))));
            assertThat(server.asked.get(0).uri()).contains("since=2026-11-20T08%3A57%3A00.000%2B08%3A00");
        }
    }

    @Test
    void aSweepComesInByteOrderAndAnIncompleteOneIsRefused() throws Exception {
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.inOrder(Reply.json(
                        page(false, 3, lead("a", "09:00:00"), lead("B", "09:01:00"), lead("10", "09:02:00")))));
                HttpConnection connection = server.connection(LEADS)) {
            assertThat(ids(all(connection.read(sweep())))).containsExactly("10", "B", "a");
        }
        try (ScriptedServer server = new ScriptedServer(any -> Reply.json(page(false, 3, lead("a", "09:00:00"))));
                HttpConnection connection = server.connection(LEADS);
                Reading reading = connection.read(sweep())) {
            SystemFault fault = catchThrowableOfType(SystemFault.class, reading::next);
            assertThat(fault.what().en()).contains("incomplete", "3 rows were announced and 1 came");
            assertThat(fault.retryable()).isTrue();
        }
    }

    @Test
    void a429IsRetriedAfterItsTime() throws Exception {
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.inOrder(
                        new Reply(429, "", Map.of("Retry-After", "1")),
                        Reply.json(page(false, 1, lead("L1", "09:00:00")))));
                HttpConnection connection = server.connection(LEADS)) {
            long start = System.nanoTime();
            assertThat(ids(all(connection.read(changes(Optional.empty()))))).containsExactly("L1");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        }
    }

    @Test
    void aRetryAfterBeyondTheLimitIsSaidAndNotWaitedFor() throws Exception {
        try (ScriptedServer server = new ScriptedServer(any -> new Reply(429, "", Map.of("Retry-After", "3600")));
                HttpConnection connection = server.connection(LEADS)) {
            SystemFault fault = catchThrowableOfType(SystemFault.class, () -> connection.describe("leads"));
            assertThat(fault.retryable()).isTrue();
            assertThat(fault.what().en()).contains("429", "3600 seconds");
            assertThat(server.asked).hasSize(1);
        }
    }

    @Test
    void aCutConnectionIsTriedAgainForReads() throws Exception {
        try (ScriptedServer server = new ScriptedServer(
                        ScriptedServer.inOrder(Reply.cut(), Reply.status(503), Reply.json(page(false, 0))));
                HttpConnection connection = server.connection(LEADS)) {
            assertThat(connection.describe("leads").size()).isZero();
            assertThat(server.asked).hasSize(3);
        }
    }

    @Test
    void anErrorInside200IsNeverTakenForAnEmptyList() throws Exception {
        String failed = LEADS + "failed: {at: $.error, transient: [Busy]}\n";
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.inOrder(
                        Reply.json("{\"error\":[\"Busy\",\"\"]}"), Reply.json("{\"error\":[\"'nofield'\",\"\"]}")));
                HttpConnection connection = server.connection(failed)) {
            SystemFault fault = catchThrowableOfType(SystemFault.class, () -> connection.describe("leads"));
            assertThat(fault.what().en()).contains("was refused", "'nofield'");
            assertThat(fault.retryable()).isFalse();
            assertThat(server.asked).hasSize(2);
        }
    }

    @Test
    void sessionExpiredLogsInOnce() throws Exception {
        String session = """
                user: admin
                secret: env:SECRET
                session:
                  login: {method: POST, path: /erp/, body: {id: 0, params: ["{user}", {password: "{secret}"}]}}
                  values: {uid: "$.result[0]", token: "$.result[1]"}
                  authorization: {scheme: Session, base64: "{user}:{uid}:{token}"}
                resources: {leads: {list: {path: /leads, items: $.data}}}
                """;
        int[] logins = {0};
        try (ScriptedServer server = new ScriptedServer(asked -> {
                    if (asked.uri().equals("/erp/")) {
                        return Reply.json("{\"result\":[1,\"t" + logins[0]++ + "\"]}");
                    }
                    boolean fresh = asked.header("Authorization").equals("Session YWRtaW46MTp0MQ==");
                    return fresh ? Reply.json("{\"data\":[]}") : Reply.status(401);
                });
                HttpConnection connection = server.connection(session)) {
            connection.describe("leads");
            connection.describe("leads");
            assertThat(logins[0]).isEqualTo(2);
            assertThat(server.asked.get(0).body())
                    .isEqualTo("{\"id\":0,\"params\":[\"admin\",{\"password\":\"geheim\"}]}");
        }
    }

    @Test
    void aRefusedLoginIsSaidOnceAndNeverRepeated() throws Exception {
        String session = """
                user: admin
                secret: env:SECRET
                session: {login: {method: POST, path: /erp/}, values: {token: $.t}, authorization: "Bearer {token}"}
                resources: {leads: {list: {path: /leads}}}
                """;
        try (ScriptedServer server = new ScriptedServer(any -> Reply.status(401));
                HttpConnection connection = server.connection(session)) {
            SystemFault fault = catchThrowableOfType(SystemFault.class, () -> connection.describe("leads"));
            assertThat(fault.what().en()).contains("the login was refused", "session");
            assertThat(fault.toString()).doesNotContain("geheim");
            assertThat(server.asked).hasSize(1);
        }
    }

    @Test
    void rowsAreLookedUpByKeyAndAsChildrenAndAFilterIsNotBelieved() throws Exception {
        try (ScriptedServer server = new ScriptedServer(asked -> {
                    if (asked.uri().equals("/api/leads/L9")) {
                        return Reply.status(404);
                    }
                    return asked.uri().startsWith("/api/leads/")
                            ? Reply.json(lead("L1", "09:00:00"))
                            : Reply.json(page(
                                    false,
                                    2,
                                    "{\"id\":\"L1\",\"account_id\":\"A1\"}",
                                    "{\"id\":\"L2\",\"account_id\":\"X\"}"));
                });
                HttpConnection connection = server.connection(LEADS)) {
            assertThat(connection.rowsWith("leads", "id", List.of("L1", "L9"))).hasSize(1);
            assertThat(connection.rowsWith("leads", "account_id", List.of("A1")))
                    .hasSize(1);
            assertThat(connection.find("leads", Map.of("lead_no", "SJ 1&x=2"))).isEmpty();
            assertThat(server.asked.get(3).uri()).isEqualTo("/api/leads?lead_no=SJ%201%26x%3D2");
            assertThat(connection.canFind("leads")).isTrue();
        }
    }

    @Test
    void numbersAreExactAndEndlessOnesAreBounded() throws Exception {
        String numbers = "{\"id\":9007199254740993,\"a\":0.10,\"b\":1e9999999,\"c\":3.0,\"d\":" + "1".repeat(900)
                + ",\"e\":12345678901234567890}";
        try (ScriptedServer server = new ScriptedServer(any -> Reply.json(page(false, 1, numbers)));
                HttpConnection connection = server.connection(LEADS)) {
            Row row = all(connection.read(changes(Optional.empty())))
                    .get(0)
                    .rows()
                    .get(0);
            assertThat(row.cell("id")).isEqualTo(9007199254740993L);
            assertThat(row.cell("a")).isEqualTo(new BigDecimal("0.10"));
            assertThat(row.cell("b")).isEqualTo("1e9999999");
            assertThat(row.cell("c")).isEqualTo(new BigDecimal("3.0"));
            assertThat(row.cell("d")).isInstanceOf(String.class);
            assertThat(row.cell("e")).isEqualTo(new BigDecimal("12345678901234567890"));
        }
    }

    @Test
    void deepDoubledLargeOrForeignAnswersAreRefused() throws Exception {
        List<String> bodies = List.of(
                "[".repeat(500) + "]".repeat(500),
                "{\"data\":[],\"data\":[1]}",
                "{\"data\":[1,2]}",
                "<html>log in</html>",
                "{\"data\":[\"" + "x".repeat(2_000_000) + "\"]}");
        for (String body : bodies) {
            try (ScriptedServer server = new ScriptedServer(any -> Reply.json(body));
                    HttpConnection connection = server.connection(LEADS)) {
                SystemFault fault = catchThrowableOfType(SystemFault.class, () -> connection.describe("leads"));
                assertThat(fault.what().en()).contains("is not understood");
                assertThat(fault.what().zh()).contains("看不懂");
            }
        }
    }

    @Test
    void aRedirectToAnotherHostIsNotFollowed() throws Exception {
        try (ScriptedServer server =
                        new ScriptedServer(any -> new Reply(302, "", Map.of("Location", "http://127.0.0.1:1/")));
                HttpConnection connection = server.connection(LEADS)) {
            SystemFault fault = catchThrowableOfType(SystemFault.class, () -> connection.describe("leads"));
            assertThat(fault.what().en()).contains("HTTP 302", "another address");
        }
    }

    @Test
    void anAnswerWithoutItsListIsNeverTakenForAnEmptyOne() throws Exception {
        for (String body : List.of("", "{}", "null", "{\"items\":[],\"hasMore\":false}", "[]")) {
            try (ScriptedServer server = new ScriptedServer(any -> Reply.json(body));
                    HttpConnection connection = server.connection(LEADS);
                    Reading reading = connection.read(sweep())) {
                SystemFault fault = catchThrowableOfType(SystemFault.class, reading::next);
                assertThat(fault).as(body).isNotNull();
                assertThat(fault.what().zh()).as(body).contains("$.data 处没有记录的列表");
            }
        }
    }

    @Test
    void aListThatIsNullOrNoContentIsEmpty() throws Exception {
        for (Reply none :
                List.of(Reply.json("{\"data\":null,\"hasMore\":false,\"total\":0}"), new Reply(204, "", Map.of()))) {
            try (ScriptedServer server = new ScriptedServer(any -> none);
                    HttpConnection connection = server.connection(LEADS)) {
                assertThat(ids(all(connection.read(sweep())))).isEmpty();
                assertThat(connection.find("leads", Map.of("lead_no", "SJ-1"))).isEmpty();
            }
        }
    }

    @Test
    void whyNoAnswerCameIsSaidInTheReadersLanguage() throws Exception {
        try (ScriptedServer server = new ScriptedServer(any -> Reply.json("<html>请登录</html>"));
                HttpConnection connection = server.connection(LEADS)) {
            SystemFault fault = catchThrowableOfType(SystemFault.class, () -> connection.describe("leads"));
            assertThat(fault.what().zh()).contains("是网页，不是 JSON");
        }
        try (ScriptedServer server = new ScriptedServer(any -> new Reply(429, "", Map.of("Retry-After", "3600")));
                HttpConnection connection = server.connection(LEADS)) {
            SystemFault fault = catchThrowableOfType(SystemFault.class, () -> connection.describe("leads"));
            assertThat(fault.what().zh()).contains("HTTP 429，要求 3600 秒后再来");
        }
    }

    @Test
    void anAbsentKeyIsNotANullOne() throws Exception {
        String items = "{\"id\":1,\"phone\":null},{\"id\":2}";
        try (ScriptedServer server = new ScriptedServer(any -> Reply.json(page(false, 2, items)));
                HttpConnection connection = server.connection(LEADS)) {
            List<Row> rows =
                    all(connection.read(changes(Optional.empty()))).get(0).rows();
            assertThat(rows.get(0).cell("phone")).isNull();
            assertThat(rows.get(1).cell("phone")).isEqualTo(Row.Cell.ABSENT);
        }
    }

    @Test
    void aRecordThatClaimsToHaveChangedInTheFutureHidesNothingUntilThen() throws Exception {
        try (ScriptedServer server = new ScriptedServer(
                        any -> Reply.json(page(false, 1, "{\"id\":\"L1\",\"updated_at\":\"2099-01-01T00:00:00Z\"}")));
                HttpConnection connection = server.connection(LEADS)) {
            assertThat(all(connection.read(changes(Optional.empty()))).get(0).position())
                    .doesNotContain("2099");
        }
    }
}
