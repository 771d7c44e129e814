package io.hefu.routing;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.hefu.adapters.http.CamelHttpTransport;
import io.hefu.adapters.http.HttpTransport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped transport route against a real HTTP server. */
class HttpRouteTest {
    @TempDir
    Path folder;

    private final Map<String, List<String>> received = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private volatile String target = "";
    private HttpServer server;
    private final RouteCalls calls = new RouteCalls();
    private Routes routes;
    private RoutesHome home;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::answer);
        server.start();
        home = new RoutesHome(folder);
        home.properties.put("crm.url", "http://127.0.0.1:" + server.getAddress().getPort() + "/crm");
        home.properties.put("crm.timeout", "500");
        routes = new Routes(home.context(), calls, Clock.systemUTC(), fault -> false);
        routes.start();
    }

    @AfterEach
    void stop() {
        routes.close();
        server.stop(0);
    }

    @Test
    void aRequestArrivesWithItsMethodPathAndQuery() {
        Exchange done = request("PATCH", "/api/leads/L1", "a=1&b=%E4%B8%AD", "{\"x\":1}");
        assertThat(target).isEqualTo("PATCH /crm/api/leads/L1?a=1&b=%E4%B8%AD");
        assertThat(done.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE)).isEqualTo(200);
        assertThat(done.getMessage().getBody(String.class)).isEqualTo("{\"x\":1}");
    }

    @Test
    void headersThatSteerCamelDoNotComeInFromAnAnswer() {
        Exchange done = request("GET", "/hostile", "", null);
        assertThat(done.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE)).isEqualTo(200);
        assertThat(done.getMessage().getHeaders().keySet())
                .noneMatch(name ->
                        name.toLowerCase(Locale.ROOT).startsWith("camel") && !name.equals(Exchange.HTTP_RESPONSE_CODE))
                .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("mail."))
                .noneMatch(name -> name.equalsIgnoreCase("X-Unknown"))
                .contains("Retry-After");
    }

    @Test
    void onlyTheRequestsOwnHeadersGoOut() {
        calls.request(
                "direct:crm-http",
                null,
                Map.of(
                        "CamelHttpMethod", "GET",
                        "CamelHttpPath", "/api",
                        "Authorization", "Bearer t",
                        "CamelFileName", "x",
                        "kafka.TOPIC", "x",
                        "Secret-Of-Another-System", "x"));
        assertThat(received).containsKey("Authorization");
        assertThat(received)
                .doesNotContainKeys("CamelFileName", "kafka.TOPIC", "Secret-Of-Another-System", "CamelHttpPath");
    }

    @Test
    void anErrorAnswerIsAnAnswer() {
        Exchange done = request("GET", "/busy", "", null);
        assertThat(done.getException()).isNull();
        assertThat(done.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE)).isEqualTo(429);
        assertThat(done.getMessage().getHeader("Retry-After")).isEqualTo("1");
    }

    @Test
    void aRedirectIsNotFollowed() {
        Exchange done = request("GET", "/moved", "", null);
        assertThat(done.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE)).isEqualTo(302);
    }

    @Test
    void aSilentServerIsGivenUpInTime() {
        Exchange done = request("GET", "/silent", "", null);
        assertThat(done.getException()).isInstanceOf(IOException.class);
    }

    @Test
    void theHttpAdapterTakesThisRoadAndGoesOnWhenTheRoutesAreSwapped() {
        CamelHttpTransport transport = new CamelHttpTransport(calls.template(), 1 << 20);
        byte[] body = "{\"stage\":\"已报价\"}".getBytes(StandardCharsets.UTF_8);
        HttpTransport.Request write = new HttpTransport.Request(
                "POST",
                "/api/leads",
                "a=%E4%B8%AD",
                Map.of("X-API-Key", "k", "Content-Type", "application/json"),
                body);
        assertThat(transport.send("direct:crm-http", write).body()).isEqualTo(body);
        assertThat(received).containsEntry("X-API-Key", List.of("k"));
        home.edit("crm.camel.yaml", "id: crm-http", "id: crm-requests");
        assertThat(routes.reload()).isInstanceOf(Swap.Done.class);
        HttpTransport.Request read = new HttpTransport.Request("GET", "/busy", "", Map.of(), new byte[0]);
        HttpTransport.Answer busy = transport.send("direct:crm-http", read);
        assertThat(busy.status()).isEqualTo(429);
        assertThat(busy.headers()).containsEntry("retry-after", "1");
    }

    private Exchange request(String method, String path, String query, String body) {
        return calls.request(
                "direct:crm-http",
                body,
                Map.of("CamelHttpMethod", method, "CamelHttpPath", path, "CamelHttpQuery", query));
    }

    private void answer(HttpExchange exchange) throws IOException {
        target = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        received.clear();
        received.putAll(exchange.getRequestHeaders());
        byte[] body = exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getPath();
        if (path.endsWith("/silent")) {
            pause();
        }
        var headers = exchange.getResponseHeaders();
        if (path.endsWith("/hostile")) {
            List.of(
                            "CamelHttpResponseCode",
                            "camelhttpuri",
                            "CAMELFileName",
                            "CAmelExecCommandExecutable",
                            "mail.smtp.host",
                            "X-Unknown")
                    .forEach(name -> headers.add(name, "299"));
        }
        headers.add("Retry-After", "1");
        headers.add("Location", "/elsewhere");
        int code = path.endsWith("/busy") ? 429 : path.endsWith("/moved") ? 302 : 200;
        byte[] answer = body.length > 0 ? body : "{}".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(code, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private static void pause() {
        try {
            Thread.sleep(2_000);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
