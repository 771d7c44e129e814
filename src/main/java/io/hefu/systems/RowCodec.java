package io.hefu.systems;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A row as JSON and back, without loss: text, true, false, null and lists stand for themselves, every other cell is an
 * object with its type as the only key, such as {@code {"decimal": "1.50"}}. A person can read it.
 */
public final class RowCodec {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);

    private RowCodec() {}

    public static String write(Row row) {
        ObjectNode whole = NODES.objectNode();
        ObjectNode types = whole.putObject("columns");
        ObjectNode cells = whole.putObject("row");
        List<Column> columns = row.shape().columns();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            if (row.cells()[i] != Row.Cell.ABSENT) {
                types.putArray(column.name()).add(column.type().name()).add(column.declared());
                cells.set(column.name(), node(row.cells()[i]));
            }
        }
        return whole.toString();
    }

    /** @throws IllegalArgumentException when the text was not written by {@link #write} */
    public static Row read(String text) {
        try {
            JsonNode whole = JSON.readTree(text);
            List<Column> columns = new ArrayList<>();
            List<Object> cells = new ArrayList<>();
            whole.path("row").fields().forEachRemaining(cell -> {
                JsonNode type = whole.path("columns").path(cell.getKey());
                columns.add(new Column(
                        cell.getKey(),
                        ColumnType.valueOf(type.path(0).asText()),
                        type.path(1).asText()));
                cells.add(cell(cell.getValue()));
            });
            return new Row(new Shape(columns), cells.toArray());
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("not a stored row", broken);
        }
    }

    private static JsonNode node(Object cell) {
        if (cell == null) {
            return NODES.nullNode();
        } else if (cell instanceof String text) {
            return NODES.textNode(text);
        } else if (cell instanceof Boolean flag) {
            return NODES.booleanNode(flag);
        } else if (cell instanceof List<?> list) {
            ArrayNode array = NODES.arrayNode();
            list.forEach(item -> array.add(node(item)));
            return array;
        } else if (cell instanceof Map<?, ?> map) {
            ObjectNode object = NODES.objectNode();
            map.forEach((key, value) -> object.set(String.valueOf(key), node(value)));
            return tagged("object", object);
        }
        return tagged(tag(cell), NODES.textNode(text(cell)));
    }

    private static ObjectNode tagged(String tag, JsonNode value) {
        return NODES.objectNode().set(tag, value);
    }

    private static String tag(Object cell) {
        if (cell instanceof Long || cell instanceof Integer) {
            return "integer";
        } else if (cell instanceof BigDecimal) {
            return "decimal";
        } else if (cell instanceof LocalDate) {
            return "date";
        } else if (cell instanceof LocalDateTime) {
            return "datetime";
        } else if (cell instanceof Instant) {
            return "timestamp";
        } else if (cell instanceof byte[]) {
            return "bytes";
        }
        throw new IllegalArgumentException(
                "no cell is of the class " + cell.getClass().getName());
    }

    private static String text(Object cell) {
        return cell instanceof byte[] bytes ? Base64.getEncoder().encodeToString(bytes) : cell.toString();
    }

    private static Object cell(JsonNode node) {
        if (node.isNull()) {
            return null;
        } else if (node.isTextual()) {
            return node.textValue();
        } else if (node.isBoolean()) {
            return node.booleanValue();
        } else if (node.isArray()) {
            List<Object> list = new ArrayList<>();
            node.forEach(item -> list.add(cell(item)));
            return list;
        }
        Map.Entry<String, JsonNode> only = node.fields().next();
        return only.getKey().equals("object")
                ? map(only.getValue())
                : cell(only.getKey(), only.getValue().textValue());
    }

    private static Map<String, Object> map(JsonNode object) {
        Map<String, Object> map = new LinkedHashMap<>();
        object.fields().forEachRemaining(entry -> map.put(entry.getKey(), cell(entry.getValue())));
        return map;
    }

    private static Object cell(String tag, String text) {
        return switch (tag) {
            case "integer" -> Long.valueOf(text);
            case "decimal" -> new BigDecimal(text);
            case "date" -> LocalDate.parse(text);
            case "datetime" -> LocalDateTime.parse(text);
            case "timestamp" -> Instant.parse(text);
            case "bytes" -> Base64.getDecoder().decode(text);
            default -> throw new IllegalArgumentException("no cell is tagged " + tag);
        };
    }
}
