package io.hefu.adapters.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.hefu.adapters.settings.SystemFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** An HTTP server that answers as a test wrote it, behind a real Camel transport route. */
public final class ScriptedServer implements AutoCloseable {
    /** What to answer. */
    public interface Script {
        Reply to(Asked asked);
    }

    /** @param status 0 cuts the line without an answer */
    public record Reply(int status, String body, Map<String, String> headers) {
        public static Reply json(String body) {
            return new Reply(200, body, Map.of("Content-Type", "application/json"));
        }

        static Reply status(int status) {
            return new Reply(status, "", Map.of());
        }

        static Reply cut() {
            return new Reply(0, "", Map.of());
        }
    }

    public record Asked(String method, String uri, Map<String, List<String>> headers, String body) {
        String header(String name) {
            return headers.entrySet().stream()
                    .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                    .map(entry -> String.join(",", entry.getValue()))
                    .findFirst()
                    .orElse("");
        }
    }

    private final HttpServer server;
    private final CamelContext camel = new DefaultCamelContext();
    private final Script script;
    final List<Asked> asked = Collections.synchronizedList(new ArrayList<>());

    public ScriptedServer(Script script) throws Exception {
        this.script = script;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "scripted-server");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::handle);
        server.start();
        startCamel();
    }

    /** Answers in this order, the last one for ever. */
    static Script inOrder(Reply... replies) {
        Deque<Reply> left = new ArrayDeque<>(List.of(replies));
        return any -> {
            synchronized (left) {
                return left.size() > 1 ? left.poll() : left.peek();
            }
        };
    }

    private void startCamel() throws Exception {
        camel.getRegistry().bind("rules", new HttpClientRules());
        String target = "http://127.0.0.1:" + server.getAddress().getPort()
                + "?bridgeEndpoint=true&throwExceptionOnFailure=false&httpClientConfigurer=#rules"
                + "&responseTimeout=2000";
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:crm-http").to(target);
            }
        });
        camel.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Asked request = new Asked(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    Map.copyOf(exchange.getRequestHeaders()),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            asked.add(request);
            Reply reply = script.to(request);
            if (reply.status() == 0) {
                return;
            }
            byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        }
    }

    HttpConnection connection(String yaml) {
        String head = "system: crm\nkind: http\nzone: Asia/Shanghai\ntransport: direct:crm-http\n"
                + "limits: {pause: 5ms, longestPause: 3s}\n";
        return new HttpConnection(
                SystemFiles.of(head + yaml, Map.of("SECRET", "geheim")),
                new CamelHttpTransport(camel.createProducerTemplate(), 1 << 20));
    }

    /** The road to the server, by the route {@code direct:crm-http}. */
    public HttpTransport transport() {
        return new CamelHttpTransport(camel.createProducerTemplate(), 1 << 20);
    }

    void stopListening() {
        server.stop(0);
    }

    @Override
    public void close() {
        camel.stop();
        server.stop(0);
    }
}
