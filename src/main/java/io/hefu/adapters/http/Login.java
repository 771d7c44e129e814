package io.hefu.adapters.http;

import io.hefu.adapters.settings.Settings;
import io.hefu.definition.YamlMap;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How requests show who asks. A session is one for all threads; it is renewed once when the system forgot it. */
final class Login {
    /** Sends a request as it is. */
    interface Sending {
        /** @return what stands in the answer */
        Object login(RequestTemplate template, Placeholders values);
    }

    private final Settings settings;
    private final YamlMap auth;
    private final YamlMap session;
    private final String user;
    private final String secret;
    private final Object turn = new Object();
    private Map<String, Object> values = Map.of();
    private int generation;

    Login(Settings settings) {
        this.settings = settings;
        YamlMap none = new YamlMap(settings.root().position(), Map.of());
        auth = settings.root().map("auth").orElse(none);
        session = settings.root().map("session").orElse(none);
        user = first("user");
        secret = settings.secret(auth, "secret")
                .or(() -> settings.secret(settings.root(), "secret"))
                .orElse("");
    }

    private String first(String key) {
        return settings.text(auth, key).or(() -> settings.text(key)).orElse("");
    }

    boolean isSession() {
        return session.has("login");
    }

    List<Integer> renewOn() {
        List<String> written = session.texts("renewOn");
        return written.isEmpty()
                ? List.of(401)
                : written.stream().map(Integer::valueOf).toList();
    }

    /** Which session is in use, so that several threads that find it gone renew it once. */
    int generation() {
        synchronized (turn) {
            return generation;
        }
    }

    /** Logs in unless that was done since {@code seen}. */
    void renew(int seen, Sending sending) {
        synchronized (turn) {
            if (isSession() && generation == seen) {
                values = loggedIn(sending);
                generation++;
            }
        }
    }

    private Map<String, Object> loggedIn(Sending sending) {
        Object answer = sending.login(
                new RequestTemplate(session.map("login").orElseThrow()),
                Placeholders.NONE.with(Map.of("user", user, "secret", secret)));
        Map<String, Object> found = new HashMap<>();
        session.map("values")
                .ifPresent(map -> map.entries()
                        .keySet()
                        .forEach(name -> JsonPath.of(map.text(name).orElse("$"))
                                .in(answer)
                                .ifPresent(value -> found.put(name, value))));
        return found;
    }

    /** Placeholders that every request may use. */
    Placeholders placeholders(Placeholders before) {
        synchronized (turn) {
            return before.with(values).with("user", user).with("secret", secret);
        }
    }

    HttpTransport.Request signed(HttpTransport.Request request) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(request.headers());
        String query = request.query();
        switch (auth.text("kind").orElse(isSession() ? "session" : "none")) {
            case "basic" -> headers.put("Authorization", "Basic " + base64(user + ":" + secret));
            case "bearer" -> headers.put("Authorization", "Bearer " + secret);
            case "header" -> headers.put(auth.text("header").orElse("X-API-Key"), secret);
            case "query" -> query = joined(query, auth.text("parameter").orElse("api_key"));
            case "session" -> headers.put(session.text("header").orElse("Authorization"), authorization());
            default -> headers.remove("Authorization");
        }
        headers.replaceAll((name, value) -> RequestTemplate.oneLine(value));
        return new HttpTransport.Request(request.method(), request.path(), query, headers, request.body());
    }

    private String joined(String query, String parameter) {
        List<String> parts = new ArrayList<>();
        if (!query.isEmpty()) {
            parts.add(query);
        }
        parts.add(RequestTemplate.encoded(parameter) + "=" + RequestTemplate.encoded(secret));
        return String.join("&", parts);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** {@code "Bearer {token}"}, or a scheme and what is encoded after it. */
    private String authorization() {
        Placeholders known = placeholders(Placeholders.NONE);
        return session.map("authorization")
                .map(map -> map.text("scheme").orElse("Bearer") + " "
                        + base64(known.fill(map.text("base64").orElse(""), text -> text)))
                .orElseGet(() -> known.fill(session.text("authorization").orElse("Bearer {token}"), text -> text));
    }
}
