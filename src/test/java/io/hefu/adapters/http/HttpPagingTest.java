package io.hefu.adapters.http;

import static io.hefu.adapters.http.HttpReadingTest.LEADS;
import static io.hefu.adapters.http.HttpReadingTest.all;
import static io.hefu.adapters.http.HttpReadingTest.changes;
import static io.hefu.adapters.http.HttpReadingTest.ids;
import static io.hefu.adapters.http.HttpReadingTest.lead;
import static io.hefu.adapters.http.HttpReadingTest.sweep;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hefu.adapters.http.ScriptedServer.Reply;
import io.hefu.systems.Reading;
import io.hefu.systems.SystemFault;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Where the pages of a listing end. */
class HttpPagingTest {
    @Test
    void aFullPageThatDoesNotSayWhetherMoreFollowIsNotTheLast() throws Exception {
        String items = IntStream.range(0, 100)
                .mapToObj(number -> lead("L" + number, "09:00:00"))
                .collect(Collectors.joining(","));
        try (ScriptedServer server = new ScriptedServer(any -> Reply.json("{\"data\":[" + items + "]}"));
                HttpConnection connection = server.connection(LEADS);
                Reading reading = connection.read(sweep())) {
            SystemFault fault = catchThrowableOfType(SystemFault.class, reading::next);
            assertThat(fault.what().en()).contains("nothing at $.hasMore says whether more follow");
        }
    }

    @Test
    void manyPagesAreReadByOffsetAndByCursor() throws Exception {
        String offset =
                "resources: {leads: {paging: {size: 10}, list: {path: \"/l?o={offset}&n={limit}\", items: $}}}\n";
        try (ScriptedServer server = new ScriptedServer(asked -> {
                    int from = Integer.parseInt(asked.uri().replaceAll(".*o=(\\d+).*", "$1"));
                    return Reply.json(IntStream.range(from, Math.min(25, from + 10))
                            .mapToObj(i -> "{\"id\":" + i + "}")
                            .toList()
                            .toString());
                });
                HttpConnection connection = server.connection(offset)) {
            assertThat(ids(all(connection.read(changes(Optional.empty()))))).hasSize(25);
        }
        String cursor = "resources: {leads: {list: {path: \"/l?c={cursor}\", items: $.rows, next: $.next}}}\n";
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.inOrder(
                        Reply.json("{\"rows\":[{\"id\":1}],\"next\":\"abc\"}"),
                        Reply.json("{\"rows\":[{\"id\":2}],\"next\":null}")));
                HttpConnection connection = server.connection(cursor)) {
            assertThat(ids(all(connection.read(changes(Optional.empty()))))).containsExactly("1", "2");
            assertThat(server.asked.get(1).uri()).isEqualTo("/l?c=abc");
        }
    }

    @Test
    void aServerThatGivesFewerRecordsAPageThanItIsAskedForIsReadToItsEnd() throws Exception {
        String pages = "resources: {leads: {paging: {size: 10}, list: {path: \"/l?p={page}&n={limit}\", items: $}}}\n";
        // pages of 4, whatever is asked for: 4, 4, 1
        assertThat(readFrom(pages, page -> capped(9, page))).hasSize(9);
        // 4, 4 and nothing more
        assertThat(readFrom(pages, page -> capped(8, page))).hasSize(8);
        // beyond the last page there is none
        assertThat(readFrom(pages, page -> page > 2 ? Reply.status(404) : capped(8, page)))
                .hasSize(8);
        // beyond the last page it comes again
        assertThat(readFrom(pages, page -> capped(8, Math.min(page, 2)))).hasSize(8);
    }

    private static Reply capped(int amount, int page) {
        return Reply.json(IntStream.range((page - 1) * 4, Math.min(amount, page * 4))
                .mapToObj(i -> "{\"id\":" + i + "}")
                .toList()
                .toString());
    }

    private static List<String> readFrom(String resources, IntFunction<Reply> page) throws Exception {
        try (ScriptedServer server = new ScriptedServer(
                        asked -> page.apply(Integer.parseInt(asked.uri().replaceAll(".*p=(\\d+).*", "$1"))));
                HttpConnection connection = server.connection(resources)) {
            return ids(all(connection.read(sweep())));
        }
    }
}
