package io.hefu.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The texts that a schema carries: {@code 数据类型 / Type} is Chinese before the stroke and English after it. */
final class SchemaTexts {
    private static final Map<String, Text> TYPES = Map.of(
            "string", Text.of("文本", "a text"),
            "integer", Text.of("整数", "a whole number"),
            "number", Text.of("数字", "a number"),
            "boolean", Text.of("true 或 false", "true or false"),
            "object", Text.of("映射（键: 值）", "a map (key: value)"),
            "array", Text.of("列表", "a list"),
            "null", Text.of("空", "nothing"));

    private static final List<String> NAMES = List.of("English", "Chinese");

    private SchemaTexts() {}

    /** The description, else the title; {@link Text#NONE} when there is neither. */
    static Text of(JsonNode schema) {
        String both = schema.path("description").asText(schema.path("title").asText(""));
        int stroke = both.indexOf(" / ");
        return stroke < 0
                ? Text.same(both)
                : Text.of(both.substring(0, stroke), inSentence(both.substring(stroke + 3)));
    }

    /** A form that may stand somewhere: its type, and what it means. */
    static Text form(JsonNode schema) {
        Text type = types(schema.path("type"));
        Text meaning = of(schema);
        return type.isNone() ? meaning : Text.of("%s：%s", "%s: %s", type, meaning);
    }

    private static String inSentence(String english) {
        boolean ordinary = english.length() > 1
                && !Character.isUpperCase(english.charAt(1))
                && NAMES.stream().noneMatch(english::startsWith);
        return ordinary ? english.substring(0, 1).toLowerCase(Locale.ROOT) + english.substring(1) : english;
    }

    /** The first example as a person would write it; empty when there is none. */
    static String example(JsonNode schema) {
        JsonNode first = schema.path("examples").path(0);
        if (first.isMissingNode()) {
            return "";
        }
        return first.isTextual() ? first.asText() : flow(first);
    }

    static Text types(JsonNode type) {
        if (type.isArray()) {
            List<Text> each = new java.util.ArrayList<>();
            type.forEach(one -> each.add(TYPES.get(one.asText())));
            return joined(each);
        }
        return TYPES.getOrDefault(type.asText(), Text.NONE);
    }

    static Text joined(List<Text> texts) {
        return Text.of(
                String.join("；", texts.stream().map(Text::zh).toList()),
                String.join("; ", texts.stream().map(Text::en).toList()));
    }

    /** JSON as YAML's flow style, which is how such a small thing is written by hand. */
    private static String flow(JsonNode node) {
        StringBuilder text = new StringBuilder();
        if (node.isObject()) {
            node.fields()
                    .forEachRemaining(entry -> text.append(text.isEmpty() ? "" : ", ")
                            .append(entry.getKey())
                            .append(": ")
                            .append(flow(entry.getValue())));
            return "{" + text + "}";
        }
        if (node.isArray()) {
            node.forEach(item -> text.append(text.isEmpty() ? "" : ", ").append(flow(item)));
            return "[" + text + "]";
        }
        return node.asText();
    }
}
