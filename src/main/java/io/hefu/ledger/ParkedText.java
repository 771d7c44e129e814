package io.hefu.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hefu.definition.Text;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** How reasons and payloads of parked records are stored. */
final class ParkedText {
    private static final ObjectMapper JSON = new ObjectMapper();
    // U+0000, and surrogates that are not one of a pair: the pattern sees a pair as one character
    private static final Pattern UNSTORABLE = Pattern.compile("[\\x{0}\\x{d800}-\\x{dfff}]");

    private ParkedText() {}

    static String reasons(List<Text> reasons) {
        try {
            return new String(bytes(JSON.writeValueAsString(pairs(reasons))), StandardCharsets.UTF_8);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("texts are always JSON", impossible);
        }
    }

    private static List<List<String>> pairs(List<Text> reasons) {
        return reasons.stream().map(reason -> List.of(reason.zh(), reason.en())).toList();
    }

    static List<Text> reasons(String json) {
        try {
            return Arrays.stream(JSON.readValue(json, String[][].class))
                    .map(pair -> Text.of(pair[0], pair[1]))
                    .toList();
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("the reasons of a parked record are no JSON", broken);
        }
    }

    /** UTF-8, with half surrogate pairs escaped: a broken row must be kept as it is, since it is broken. */
    static byte[] bytes(String json) {
        StringBuilder safe = new StringBuilder(json.length());
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < json.length()
                    && Character.isLowSurrogate(json.charAt(i + 1));
            if (pair) {
                safe.append(c).append(json.charAt(++i));
            } else if (Character.isSurrogate(c)) {
                safe.append("\\u%04x".formatted((int) c));
            } else {
                safe.append(c);
            }
        }
        return safe.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A key that is not storable as text is kept in a form that shows what it was. */
    static String key(String key) {
        return UNSTORABLE
                .matcher(key)
                .replaceAll(found -> "\\\\u%04x".formatted((int) found.group().charAt(0)));
    }
}
