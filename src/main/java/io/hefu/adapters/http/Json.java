package io.hefu.adapters.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * JSON as cells: Map, List, String, Long, BigDecimal, Boolean, null; never a double. A number that is too long or too
 * large to be worked with stays text, so that the mapping refuses its record and nothing computes with it.
 */
final class Json {
    private static final int DEEPEST = 64;
    private static final int LONGEST_NUMBER = 100;
    private static final int FURTHEST_SCALE = 60;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(1000)
                    .maxStringLength(16 << 20)
                    .maxNameLength(1000)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private Json() {}

    /** @throws IOException when the text is no JSON, too deep, or says a key twice */
    static Object read(String text) throws IOException {
        try (JsonParser parser = FACTORY.createParser(text)) {
            parser.nextToken();
            Object value = value(parser);
            if (parser.nextToken() != null) {
                throw new IOException("more follows the JSON value");
            }
            return value;
        }
    }

    private static Object value(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new IOException("the text ends too early");
        }
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser.getText());
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NULL -> null;
            default -> throw new IOException("unexpected " + token);
        };
    }

    private static Map<String, Object> object(JsonParser parser) throws IOException {
        Map<String, Object> object = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            object.put(name, value(parser));
        }
        return object;
    }

    private static List<Object> array(JsonParser parser) throws IOException {
        List<Object> array = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(parser));
        }
        return array;
    }

    /** Long where it fits and is written whole, BigDecimal else. */
    static Object number(String text) {
        if (text.length() > LONGEST_NUMBER) {
            return text;
        }
        if (text.length() <= 18 && text.chars().allMatch(c -> c == '-' || Character.isDigit(c))) {
            return Long.parseLong(text);
        }
        try {
            BigDecimal number = new BigDecimal(text);
            return Math.abs((long) number.scale()) > FURTHEST_SCALE ? text : whole(number, text);
        } catch (NumberFormatException beyond) {
            return text;
        }
    }

    private static Object whole(BigDecimal number, String text) {
        boolean written = text.chars().allMatch(c -> c == '-' || Character.isDigit(c));
        return written && number.precision() <= 19 && number.toBigInteger().bitLength() < 64
                ? (Object) number.longValueExact()
                : number;
    }
}
