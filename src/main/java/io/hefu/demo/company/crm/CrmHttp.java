package io.hefu.demo.company.crm;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The CRM's manners over HTTP: login, lists by page, JSON errors, and now and then 429. */
final class CrmHttp implements HttpHandler {
    private static final int TIRED_EVERY = 41;
    private static final int LARGEST_BODY = 1 << 20;
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final LegacyCrm crm;
    private final Set<String> tokens = ConcurrentHashMap.newKeySet();
    private final AtomicLong requests = new AtomicLong();

    /** What is sent back. */
    private record Answer(int status, Object body) {}

    CrmHttp(LegacyCrm crm) {
        this.crm = crm;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY);
        Answer answer;
        try {
            answer = answer(exchange, body);
        } catch (CrmError refused) {
            answer = new Answer(refused.status(), refused.answer());
        }
        remember(exchange, body, answer.status());
        send(exchange, answer);
    }

    private void remember(HttpExchange exchange, byte[] body, int status) {
        String path = exchange.getRequestURI().toString();
        if (path.startsWith("/api/")) {
            String kept = path.startsWith("/api/login") ? "" : new String(body, StandardCharsets.UTF_8);
            crm.log().add(crm.now(), exchange.getRequestMethod(), path, kept, status);
        }
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(answer.body());
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        if (answer.status() == 429) {
            exchange.getResponseHeaders().set("Retry-After", "1");
        }
        exchange.sendResponseHeaders(answer.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Answer answer(HttpExchange exchange, byte[] body) {
        List<String> path =
                List.of(exchange.getRequestURI().getPath().substring(1).split("/"));
        String method = exchange.getRequestMethod();
        if (path.equals(List.of("api", "login")) && method.equals("POST")) {
            return login(body);
        }
        mustBeAllowed(exchange);
        if (path.equals(List.of("admin", "requests"))) {
            return requestsAfter(query(exchange));
        }
        if (!path.get(0).equals("api") || path.size() < 2 || path.size() > 3) {
            throw new CrmError(404, "not_found", "there is nothing here");
        }
        if (requests.incrementAndGet() % TIRED_EVERY == 0) {
            throw new CrmError(429, "too_many_requests", "try again in a second");
        }
        return path.size() == 2
                ? onAll(method, path.get(1), exchange, body)
                : onOne(method, path.get(1), path.get(2), body);
    }

    private Answer login(byte[] body) {
        Map<String, Object> given = object(body);
        if (!LegacyCrm.USER.equals(given.get("user")) || !LegacyCrm.PASSWORD.equals(given.get("password"))) {
            throw new CrmError(401, "wrong_login", "user or password is wrong");
        }
        String token = UUID.randomUUID().toString();
        tokens.add(token);
        return new Answer(200, Map.of("token", token, "expires_in", 3600));
    }

    private void mustBeAllowed(HttpExchange exchange) {
        String key = Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-API-Key"))
                .orElse("");
        String bearer = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                .map(header -> header.replaceFirst("^Bearer ", ""))
                .orElse("");
        if (!key.equals(LegacyCrm.API_KEY) && !tokens.contains(bearer)) {
            throw new CrmError(401, "not_logged_in", "send X-API-Key or log in");
        }
    }

    private Answer requestsAfter(Map<String, String> query) {
        long after = number(query.getOrDefault("after", "0"), "after");
        return new Answer(
                200,
                Map.of(
                        "data",
                        crm.log().after(after).stream()
                                .map(RequestLog.Request::row)
                                .toList()));
    }

    private Answer onAll(String method, String resource, HttpExchange exchange, byte[] body) {
        return switch (method) {
            case "GET" ->
                new Answer(200, crm.list(resource, wanted(query(exchange))).answer());
            case "POST" -> new Answer(201, crm.create(resource, object(body)));
            default -> throw new CrmError(405, "not_allowed", method + " is not allowed here");
        };
    }

    private Answer onOne(String method, String resource, String id, byte[] body) {
        return switch (method) {
            case "GET" -> new Answer(200, crm.get(resource, id));
            case "PATCH", "PUT" -> new Answer(200, crm.change(resource, id, object(body)));
            default -> throw new CrmError(405, "not_allowed", method + " is not allowed here");
        };
    }

    private static CrmTable.Query wanted(Map<String, String> query) {
        Map<String, String> equal = new LinkedHashMap<>(query);
        int page = number(Optional.ofNullable(equal.remove("page")).orElse("1"), "page");
        int size = number(Optional.ofNullable(equal.remove("size")).orElse("100"), "size");
        String since = Optional.ofNullable(equal.remove("since")).orElse("");
        if (page < 1 || size < 1 || size > 200) {
            throw new CrmError(400, "wrong_page", "page counts from 1, size is 1 to 200", "page");
        }
        return new CrmTable.Query(page, size, time(since), equal);
    }

    /** A plus that was not escaped arrives as a blank; old systems are used to that. */
    private static Optional<OffsetDateTime> time(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(OffsetDateTime.parse(text.replace(' ', '+')));
        } catch (DateTimeException unreadable) {
            throw new CrmError(400, "wrong_time", "since must look like 2026-11-20T09:30:00.000+08:00", "since");
        }
    }

    private static int number(String text, String parameter) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException unreadable) {
            throw new CrmError(400, "wrong_number", parameter + " must be a number", parameter);
        }
    }

    private static Map<String, String> query(HttpExchange exchange) {
        Map<String, String> query = new LinkedHashMap<>();
        String raw = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        for (String pair : raw.split("&")) {
            if (!pair.isEmpty()) {
                String[] nameAndValue = pair.split("=", 2);
                query.put(decoded(nameAndValue[0]), nameAndValue.length > 1 ? decoded(nameAndValue[1]) : "");
            }
        }
        return query;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static Map<String, Object> object(byte[] body) {
        try {
            return JSON.readValue(body, OBJECT);
        } catch (JsonProcessingException malformed) {
            throw new CrmError(400, "not_json", "the body must be a JSON object");
        } catch (IOException unreadable) {
            throw new CrmError(400, "unreadable", "the body could not be read");
        }
    }
}
