package io.hefu.promises;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A web shop in the judge's process, behind HTTP and JSON. Every POST makes a client, the same number twice when it is told
 * so twice: no key makes a request harmless that is sent again, only asking for the number tells whether it is there.
 */
final class ShopServer implements AutoCloseable {
    /** A client that was made, by its last name. */
    record Client(int id, String number, String name) {}

    static {
        // head and body of an answer are two writes: the second would wait 40 ms for the first's acknowledgement
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PATH = "/clients";

    private final List<Client> clients = new ArrayList<>(); // guarded by this
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    ShopServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext(PATH, this::serve);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    synchronized List<Client> clients() {
        return List.copyOf(clients);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String rest = exchange.getRequestURI().getPath().substring(PATH.length());
            JsonNode answer = switch (exchange.getRequestMethod()) {
                case "GET" -> find(exchange.getRequestURI().getQuery().replace("number=", ""));
                case "POST" -> create(JSON.readTree(exchange.getRequestBody()));
                default -> change(Integer.parseInt(rest.substring(1)), JSON.readTree(exchange.getRequestBody()));
            };
            byte[] body = JSON.writeValueAsString(answer).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json; charset=utf-8");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private synchronized JsonNode find(String number) {
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode data = answer.putArray("data");
        clients.stream().filter(client -> client.number().equals(number)).forEach(client -> data.add(json(client)));
        return answer;
    }

    private synchronized JsonNode create(JsonNode cells) {
        return json(make(cells.path("number").asText(), cells.path("name").asText()));
    }

    synchronized Client make(String number, String name) {
        Client client = new Client(clients.size() + 1, number, name);
        clients.add(client);
        return client;
    }

    private synchronized JsonNode change(int id, JsonNode cells) {
        Client old = clients.get(id - 1);
        Client changed = new Client(id, old.number(), cells.path("name").asText(old.name()));
        clients.set(id - 1, changed);
        return json(changed);
    }

    private static ObjectNode json(Client client) {
        return JSON.createObjectNode()
                .put("id", client.id())
                .put("number", client.number())
                .put("name", client.name());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
