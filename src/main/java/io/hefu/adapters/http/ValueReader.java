package io.hefu.adapters.http;

import io.hefu.definition.YamlMap;
import io.hefu.systems.SystemDefinition;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * JSON values as a system means them: objects that tag their type become that type, and the keys of related records
 * lose their suffix. An object with an unknown tag stays an object, so that its mapping refuses it.
 */
final class ValueReader {
    private static final Pattern PART = Pattern.compile("\\{([^{}:]+)(?::(\\d{1,2}))?}");

    private final Optional<String> tag;
    private final Optional<YamlMap> types;
    private final String suffix;

    ValueReader(SystemDefinition system) {
        types = system.settings().map("values");
        tag = types.flatMap(map -> map.text("tag"));
        suffix = system.settings()
                .map("related")
                .flatMap(map -> map.text("suffix"))
                .orElse("");
    }

    Object read(Object json) {
        if (json instanceof List<?> list) {
            List<Object> read = new ArrayList<>(list.size());
            list.forEach(item -> read.add(read(item)));
            return read;
        }
        return json instanceof Map<?, ?> map ? object(map) : json;
    }

    private Object object(Map<?, ?> map) {
        Optional<Object> tagged = tag.map(map::get)
                .filter(String.class::isInstance)
                .flatMap(name -> types.get().map((String) name))
                .flatMap(type -> typed(type, map));
        return tagged.orElseGet(() -> related(map));
    }

    /** Where both {@code party} and {@code party.} came, the related record says more. */
    private Map<String, Object> related(Map<?, ?> map) {
        Map<String, Object> read = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            String name = key.toString();
            boolean ends = !suffix.isEmpty() && name.endsWith(suffix) && name.length() > suffix.length();
            String shortened = ends ? name.substring(0, name.length() - suffix.length()) : name;
            if (ends || !map.containsKey(name + suffix) || suffix.isEmpty()) {
                read.put(shortened, read(value));
            }
        });
        return read;
    }

    private static Optional<Object> typed(YamlMap type, Map<?, ?> map) {
        try {
            for (String kind : List.of("decimal", "date", "time", "text", "bytes")) {
                Optional<String> pattern = type.text(kind);
                if (pattern.isPresent()) {
                    return Optional.of(value(kind, filled(pattern.get(), map), type.text("zone")));
                }
            }
            return Optional.empty();
        } catch (DateTimeException | NumberFormatException | IllegalStateException unlike) {
            return Optional.empty();
        }
    }

    private static Object value(String kind, String text, Optional<String> zone) {
        return switch (kind) {
            case "decimal" -> decimal(text);
            case "date" -> LocalDate.parse(text);
            case "time" -> time(text, zone);
            case "bytes" -> bytes(text);
            default -> text;
        };
    }

    private static BigDecimal decimal(String text) {
        Object number = Json.number(text);
        if (number instanceof Long whole) {
            return BigDecimal.valueOf(whole);
        }
        if (number instanceof BigDecimal exact) {
            return exact;
        }
        throw new NumberFormatException("too large");
    }

    private static Object time(String text, Optional<String> zone) {
        LocalDateTime time = LocalDateTime.parse(text.replace(' ', 'T'));
        return zone.isEmpty()
                ? time
                : (Object) time.atZone(ZoneId.of(zone.get())).toInstant();
    }

    private static byte[] bytes(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** {@code {month:2}}: the value with zeros before it, to two digits. */
    private static String filled(String pattern, Map<?, ?> map) {
        Matcher matcher = PART.matcher(pattern);
        StringBuilder filled = new StringBuilder();
        while (matcher.find()) {
            Object value = map.get(matcher.group(1));
            if (value == null) {
                throw new IllegalStateException("no " + matcher.group(1));
            }
            int width = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
            String text = Placeholders.text(value);
            matcher.appendReplacement(
                    filled, Matcher.quoteReplacement("0".repeat(Math.max(0, width - text.length())) + text));
        }
        return matcher.appendTail(filled).toString();
    }
}
