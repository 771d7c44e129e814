package io.hefu.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hefu.adapters.http.ScriptedServer.Reply;
import io.hefu.systems.OutgoingRow;
import io.hefu.systems.SystemFault;
import io.hefu.systems.WriteOperation;
import io.hefu.systems.WriteResult;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What writing into a system behind HTTP promises. */
class HttpWritingTest {
    private static final String LEADS = """
            auth: {kind: bearer, secret: env:SECRET}
            resources:
              leads:
                list: {path: /leads}
                create: {method: POST, path: /leads, key: $.data.id,
                         body: {lead: {name: "{cell.name}", amount: "{cell.amount}", note: "by {cell.name}", fixed: 1}}}
                update: {method: PATCH, path: "/leads/{key}"}
                delete: {method: DELETE, path: "/leads/{key}"}
              safe:
                create: {method: POST, path: /safe, headers: {Idempotency-Key: "{token}"}}
            """;

    private static OutgoingRow row(Map<String, Object> cells) {
        return new OutgoingRow("tok-1", Optional.empty(), cells);
    }

    private static final OutgoingRow NAMED =
            row(Map.of("name", "a\"}, {\"admin\": true", "amount", new BigDecimal("1250.50")));

    @Test
    void valuesAreInsertedAsJsonAndCannotBreakOut() throws Exception {
        try (ScriptedServer server = new ScriptedServer(any -> new Reply(201, "{\"data\":{\"id\":77}}", Map.of()));
                HttpConnection connection = server.connection(LEADS)) {
            assertThat(connection.write("leads", "id", WriteOperation.CREATE, List.of(NAMED)))
                    .containsExactly(new WriteResult.Written("77"));
            assertThat(server.asked.get(0).body())
                    .isEqualTo("{\"lead\":{\"name\":\"a\\\"}, {\\\"admin\\\": true\",\"amount\":1250.50,"
                            + "\"note\":\"by a\\\"}, {\\\"admin\\\": true\",\"fixed\":1}}");
            assertThat(server.asked.get(0).header("Authorization")).isEqualTo("Bearer geheim");
            assertThat(server.asked.get(0).headers().keySet())
                    .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).startsWith("camel"));
        }
    }

    @Test
    void aLostAnswerToACreateIsUnknownAndNotRepeated() throws Exception {
        for (Reply lost : List.of(Reply.cut(), Reply.status(502), Reply.status(500))) {
            try (ScriptedServer server = new ScriptedServer(any -> lost);
                    HttpConnection connection = server.connection(LEADS)) {
                assertThat(connection.write("leads", "id", WriteOperation.CREATE, List.of(NAMED)))
                        .singleElement()
                        .isInstanceOf(WriteResult.Unknown.class);
                assertThat(server.asked).hasSize(1);
            }
        }
    }

    @Test
    void aCreateThatCarriesItsTokenIsRepeated() throws Exception {
        try (ScriptedServer server = new ScriptedServer(
                        ScriptedServer.inOrder(Reply.cut(), new Reply(201, "{\"id\":\"S1\"}", Map.of())));
                HttpConnection connection = server.connection(LEADS)) {
            assertThat(connection.write("safe", "id", WriteOperation.CREATE, List.of(NAMED)))
                    .containsExactly(new WriteResult.Written("S1"));
            assertThat(server.asked.get(1).header("Idempotency-Key")).isEqualTo("tok-1");
        }
    }

    @Test
    void aCreateThatCouldNotBeSentIsNoUnknown() throws Exception {
        try (ScriptedServer server = new ScriptedServer(any -> Reply.cut());
                HttpConnection connection = server.connection(LEADS)) {
            server.stopListening();
            SystemFault fault = catchThrowableOfType(
                    SystemFault.class, () -> connection.write("leads", "id", WriteOperation.CREATE, List.of(NAMED)));
            assertThat(fault.kind()).isEqualTo(SystemFault.Kind.RETRYABLE);
            assertThat(fault.what().en()).contains("got no answer");
        }
    }

    @Test
    void a429OnACreateWasNotDoneAndIsSentAgain() throws Exception {
        try (ScriptedServer server = new ScriptedServer(
                        ScriptedServer.inOrder(Reply.status(429), new Reply(201, "{\"data\":{\"id\":1}}", Map.of())));
                HttpConnection connection = server.connection(LEADS)) {
            assertThat(connection.write("leads", "id", WriteOperation.CREATE, List.of(NAMED)))
                    .containsExactly(new WriteResult.Written("1"));
        }
    }

    @Test
    void oneRefusedRowDoesNotStopTheOthers() throws Exception {
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.inOrder(
                        new Reply(422, "{\"error\":{\"code\":\"unknown_field\",\"message\":\"no such\"}}", Map.of()),
                        Reply.json("{}")));
                HttpConnection connection = server.connection(LEADS)) {
            List<WriteResult> results = connection.write(
                    "leads",
                    "id",
                    WriteOperation.UPDATE,
                    List.of(
                            new OutgoingRow("1", Optional.of("L1"), Map.of("stage", "x")),
                            new OutgoingRow("2", Optional.of("L/2"), Map.of("stage", "y"))));
            assertThat(((WriteResult.Rejected) results.get(0)).reason().en())
                    .contains("HTTP 422 unknown_field: no such");
            assertThat(results.get(1)).isEqualTo(new WriteResult.Written("L/2"));
            assertThat(server.asked.get(1).uri()).isEqualTo("/leads/L%2F2");
            assertThat(server.asked.get(1).body()).isEqualTo("{\"stage\":\"y\"}");
        }
    }

    @Test
    void deletingWhatIsGoneIsDone() throws Exception {
        try (ScriptedServer server = new ScriptedServer(any -> Reply.status(404));
                HttpConnection connection = server.connection(LEADS)) {
            assertThat(connection.write(
                            "leads",
                            "id",
                            WriteOperation.DELETE,
                            List.of(new OutgoingRow("1", Optional.of("L1"), Map.of()))))
                    .containsExactly(new WriteResult.Written("L1"));
        }
    }

    @Test
    void aMissingPlaceholderIsNamed() throws Exception {
        String yaml = "resources: {leads: {create: {method: POST, path: \"/leads/{nobody}\"}}}\n";
        try (ScriptedServer server = new ScriptedServer(any -> Reply.json("{}"));
                HttpConnection connection = server.connection(yaml)) {
            SystemFault fault = catchThrowableOfType(
                    SystemFault.class, () -> connection.write("leads", "id", WriteOperation.CREATE, List.of(NAMED)));
            assertThat(fault.what().en()).contains("{nobody}", "resources.leads");
        }
    }
}
