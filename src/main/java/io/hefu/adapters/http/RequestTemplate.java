package io.hefu.adapters.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.hefu.definition.YamlList;
import io.hefu.definition.YamlMap;
import io.hefu.definition.YamlNode;
import io.hefu.definition.YamlScalar;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One request as the system's file describes it. */
record RequestTemplate(YamlMap yaml) {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    String method() {
        return yaml.text("method").orElse("GET").toUpperCase(Locale.ROOT);
    }

    /** Whether sending it twice does no more than sending it once. */
    boolean repeatable() {
        return !method().equals("POST") && !method().equals("PATCH") || yaml.isTrue("repeatable") || uses("token");
    }

    boolean uses(String placeholder) {
        return mentions(yaml, "{" + placeholder + "}");
    }

    private static boolean mentions(YamlNode node, String word) {
        if (node instanceof YamlScalar scalar) {
            return scalar.text().contains(word);
        }
        return node instanceof YamlList list
                ? list.items().stream().anyMatch(item -> mentions(item, word))
                : ((YamlMap) node).entries().values().stream().anyMatch(value -> mentions(value, word));
    }

    JsonPath items() {
        return path("items").orElse(JsonPath.of("$"));
    }

    Optional<JsonPath> path(String key) {
        return yaml.text(key).map(JsonPath::of);
    }

    /** @param cells whether the row's cells are the body when the template names none */
    HttpTransport.Request fill(Placeholders values, boolean cells) {
        String written = yaml.text("path").orElse("/");
        int mark = written.indexOf('?');
        String path = mark < 0 ? written : written.substring(0, mark);
        String query = mark < 0 ? "" : written.substring(mark + 1);
        Map<String, String> headers = headers(values);
        Optional<Object> body = yaml.node("body")
                .map(node -> Optional.ofNullable(json(node, values)))
                .orElseGet(() -> cells && !method().equals("DELETE") && !method().equals("GET")
                        ? Optional.of(jsonOf(values.value("cells")))
                        : Optional.empty());
        body.ifPresent(any -> headers.putIfAbsent("Content-Type", "application/json"));
        return new HttpTransport.Request(
                method(),
                values.fill(path, RequestTemplate::encoded),
                query(query, values),
                headers,
                body.map(RequestTemplate::bytes).orElse(new byte[0]));
    }

    private Map<String, String> headers(Placeholders values) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.put("Accept", "application/json");
        yaml.map("headers")
                .ifPresent(map -> map.entries()
                        .keySet()
                        .forEach(name -> headers.put(
                                name, oneLine(values.fill(map.text(name).orElse(""), text -> text)))));
        return headers;
    }

    static String oneLine(String header) {
        if (header.chars().anyMatch(c -> c == '\r' || c == '\n')) {
            throw new IllegalArgumentException("a header holds a line break");
        }
        return header;
    }

    private String query(String written, Placeholders values) {
        List<String> parts = new ArrayList<>();
        if (!written.isEmpty()) {
            parts.add(values.fill(written, RequestTemplate::encoded));
        }
        yaml.map("query")
                .ifPresent(map -> map.entries()
                        .keySet()
                        .forEach(name -> parts.add(encoded(name) + "="
                                + encoded(values.fill(map.text(name).orElse(""), text -> text)))));
        return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining("&"));
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** YAML as JSON; a scalar that is a placeholder and nothing else becomes the value itself. */
    static Object json(YamlNode node, Placeholders values) {
        if (node instanceof YamlMap map) {
            Map<String, Object> object = new LinkedHashMap<>();
            map.entries().forEach((name, value) -> object.put(name, json(value, values)));
            return object;
        }
        if (node instanceof YamlList list) {
            List<Object> array = new ArrayList<>();
            list.items().forEach(item -> array.add(json(item, values)));
            return array;
        }
        return scalar((YamlScalar) node, values);
    }

    private static Object scalar(YamlScalar scalar, Placeholders values) {
        return switch (scalar.kind()) {
            case NOTHING -> null;
            case FLAG -> scalar.isTrue();
            case INTEGER, DECIMAL -> Json.number(scalar.text());
            case TEXT -> {
                Optional<String> whole = Placeholders.whole(scalar.text());
                yield whole.isPresent() ? jsonOf(values.value(whole.get())) : values.fill(scalar.text(), text -> text);
            }
        };
    }

    private static Object jsonOf(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> object = new LinkedHashMap<>();
            map.forEach((name, inner) -> object.put(name.toString(), jsonOf(inner)));
            return object;
        }
        if (value instanceof List<?> list) {
            List<Object> array = new ArrayList<>();
            list.forEach(inner -> array.add(jsonOf(inner)));
            return array;
        }
        return Placeholders.json(value);
    }

    private static byte[] bytes(Object json) {
        try {
            return JSON.writeValueAsBytes(json);
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException("not a value that JSON can hold", impossible);
        }
    }
}
