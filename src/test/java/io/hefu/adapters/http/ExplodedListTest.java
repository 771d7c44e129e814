package io.hefu.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hefu.adapters.http.ScriptedServer.Reply;
import io.hefu.systems.ReadRequest;
import io.hefu.systems.Reading;
import io.hefu.systems.RowBatch;
import io.hefu.systems.SystemFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where the elements of a list are the rows, pages and counts are still those of the records around them. */
class ExplodedListTest {
    private static final String INVOICES = """
            paging: {size: 2}
            resources:
              invoices:
                list: {path: "/invoices?after={cursor}&size={limit}", items: $.data, next: {cursor: id, start: 0}}
                count: {path: "/invoices/count", total: $.total}
                explode: {list: lines, as: line, key: id}
            """;
    private static final String WITHOUT_LINES = invoice(1) + "," + invoice(2);
    private static final String WITH_LINES = invoice(3, 31, 32) + "," + invoice(4);
    private static final String LAST = invoice(5, 51);

    private static String invoice(int id, int... lines) {
        List<String> elements = new ArrayList<>();
        for (int line : lines) {
            elements.add("{\"id\":" + line + "}");
        }
        return "{\"id\":" + id + ",\"lines\":[" + String.join(",", elements) + "]}";
    }

    private static ScriptedServer server(int counted) throws Exception {
        return new ScriptedServer(asked -> Reply.json(
                asked.uri().contains("count")
                        ? "{\"total\":" + counted + "}"
                        : "{\"data\":["
                                + (asked.uri().contains("after=0")
                                        ? WITHOUT_LINES
                                        : asked.uri().contains("after=2") ? WITH_LINES : LAST)
                                + "]}"));
    }

    private static List<String> keys(HttpConnection connection, ReadRequest.Mode mode) {
        ReadRequest request = new ReadRequest(
                "invoices", List.of(), "line_id", Optional.empty(), mode, Optional.empty(), Duration.ZERO, 100);
        List<String> keys = new ArrayList<>();
        try (Reading reading = connection.read(request)) {
            for (Optional<RowBatch> batch = reading.next(); batch.isPresent(); batch = reading.next()) {
                batch.get().rows().forEach(row -> keys.add(row.cell("line_id").toString()));
            }
        }
        return keys;
    }

    @Test
    void aPageWhoseRecordsMakeNoRowsIsNotTheLast() throws Exception {
        try (ScriptedServer server = server(5);
                HttpConnection connection = server.connection(INVOICES)) {
            assertThat(keys(connection, ReadRequest.Mode.CHANGES)).containsExactly("31", "32", "51");
        }
    }

    @Test
    void aSweepIsCompleteWhenAsManyRecordsCameAsWereCounted() throws Exception {
        try (ScriptedServer server = server(5);
                HttpConnection connection = server.connection(INVOICES)) {
            assertThat(keys(connection, ReadRequest.Mode.SWEEP)).containsExactly("31", "32", "51");
        }
    }

    @Test
    void manyRowsDoNotHideAMissingRecord() throws Exception {
        try (ScriptedServer server = server(6);
                HttpConnection connection = server.connection(INVOICES)) {
            assertThat(catchThrowableOfType(SystemFault.class, () -> keys(connection, ReadRequest.Mode.SWEEP)))
                    .isNotNull();
        }
    }
}
