package io.hefu.adapters.http;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.temporal.TemporalAccessor;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What {@code {name}} stands for. {@code {base64:…}} encodes what stands in it, which may hold placeholders itself.
 *
 * @param values by name; Java null is JSON's null
 */
record Placeholders(Map<String, Object> values) {
    static final Placeholders NONE = new Placeholders(Map.of());

    Placeholders with(String name, Object value) {
        Map<String, Object> more = new HashMap<>(values);
        more.put(name, value);
        return new Placeholders(more);
    }

    Placeholders with(Map<String, ?> further) {
        Map<String, Object> more = new HashMap<>(values);
        more.putAll(further);
        return new Placeholders(more);
    }

    /** Whether a text is one placeholder and nothing else. */
    static Optional<String> whole(String text) {
        boolean one = text.length() > 2 && text.startsWith("{") && text.endsWith("}");
        String name = one ? text.substring(1, text.length() - 1) : "";
        return one && name.indexOf('{') < 0 && name.indexOf('}') < 0 && !name.startsWith("base64:")
                ? Optional.of(name)
                : Optional.empty();
    }

    /** @throws UnknownPlaceholder when nothing is known by that name */
    Object value(String name) {
        if (values.containsKey(name)) {
            return values.get(name);
        }
        if (name.startsWith("cell.") && values.get("cells") instanceof Map<?, ?> cells) {
            return cells.get(name.substring(5));
        }
        throw new UnknownPlaceholder(name);
    }

    /** Fills a text; each value is put through {@code encoding} first. */
    String fill(String text, UnaryOperator<String> encoding) {
        StringBuilder filled = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int open = text.indexOf('{', at);
            int close = open < 0 ? -1 : closing(text, open);
            if (close < 0) {
                return filled.append(text, at, text.length()).toString();
            }
            filled.append(text, at, open);
            filled.append(encoding.apply(inner(text.substring(open + 1, close))));
            at = close + 1;
        }
        return filled.toString();
    }

    private String inner(String name) {
        if (name.startsWith("base64:")) {
            String plain = fill(name.substring(7), UnaryOperator.identity());
            return Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
        }
        return text(value(name));
    }

    private static int closing(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    static String text(Object value) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value == null ? "" : value.toString();
    }

    /** As JSON takes it: times and dates as ISO text. */
    static Object json(Object value) {
        return value instanceof TemporalAccessor time ? time.toString() : value;
    }

    /** A template names what is not there. */
    static final class UnknownPlaceholder extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnknownPlaceholder(String name) {
            super(name);
        }
    }
}
