package io.hefu.adapters.http;

import io.hefu.definition.YamlMap;
import io.hefu.systems.Column;
import io.hefu.systems.ColumnType;
import io.hefu.systems.Row;
import io.hefu.systems.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Records of an answer as rows: a column for each top-level key, absent where a record does not carry it. */
final class RowMaker {
    private static final int NO_CONTENT = 204;

    private final ValueReader values;

    RowMaker(ValueReader values) {
        this.values = values;
    }

    /**
     * A null where the records stand says that there are none; that the place itself is missing says nothing: it may be
     * another answer altogether, such as a refusal under status 200.
     *
     * @return empty when what stands there is no list of objects
     */
    Optional<List<Map<String, Object>>> records(Caller.Answer answer, JsonPath path) {
        if (answer.status() == NO_CONTENT) {
            return Optional.of(List.of());
        }
        if (!path.isIn(answer.json())) {
            return Optional.empty();
        }
        Object found = path.in(answer.json()).orElse(List.of());
        List<?> list = found instanceof List<?> many ? many : List.of(found);
        List<Map<String, Object>> items = new ArrayList<>(list.size());
        for (Object item : list) {
            if (!(values.read(item) instanceof Map<?, ?> map)) {
                return Optional.empty();
            }
            items.add(named(map));
        }
        return Optional.of(items);
    }

    private static Map<String, Object> named(Map<?, ?> map) {
        Map<String, Object> named = new LinkedHashMap<>();
        map.forEach((key, value) -> named.put(key.toString(), value));
        return named;
    }

    /** The rows that records make: one each, or where a list is declared one for each of its elements. */
    static List<Map<String, Object>> exploded(List<Map<String, Object>> records, Resource resource) {
        return resource.explodes()
                ? records.stream()
                        .flatMap(record -> exploded(record, resource).stream())
                        .toList()
                : records;
    }

    /** One row for each element, with the element and its key beside the record's own. */
    private static List<Map<String, Object>> exploded(Map<String, Object> item, Resource resource) {
        YamlMap explode = resource.yaml().map("explode").orElseThrow();
        String list = explode.text("list").orElse("");
        String as = explode.text("as").orElse(list);
        String key = explode.text("key").orElse("id");
        List<Map<String, Object>> rows = new ArrayList<>();
        if (item.get(list) instanceof List<?> elements) {
            for (Object element : elements) {
                Map<String, Object> row = new LinkedHashMap<>(item);
                row.put(as, element);
                row.put(as + "_" + key, element instanceof Map<?, ?> map ? map.get(key) : null);
                rows.add(row);
            }
        }
        return rows;
    }

    static Shape shape(List<Map<String, Object>> items) {
        Map<String, ColumnType> types = new LinkedHashMap<>();
        for (Map<String, Object> item : items) {
            item.forEach((name, cell) -> types.merge(name, ColumnType.of(cell), RowMaker::wider));
        }
        List<Column> columns = new ArrayList<>();
        types.forEach(
                (name, type) -> columns.add(new Column(name, type, type.name().toLowerCase(java.util.Locale.ROOT))));
        return new Shape(columns);
    }

    static List<Row> rows(Shape shape, List<Map<String, Object>> items) {
        List<Row> rows = new ArrayList<>(items.size());
        for (Map<String, Object> item : items) {
            Object[] cells = new Object[shape.size()];
            for (int i = 0; i < cells.length; i++) {
                String name = shape.columns().get(i).name();
                Object cell = item.get(name);
                cells[i] = cell == null && !item.containsKey(name) ? Row.Cell.ABSENT : cell;
            }
            rows.add(new Row(shape, cells));
        }
        return rows;
    }

    static List<Row> rows(List<Map<String, Object>> items) {
        return rows(shape(items), items);
    }

    private static ColumnType wider(ColumnType one, ColumnType other) {
        if (one == ColumnType.UNKNOWN || one == ColumnType.INTEGER && other == ColumnType.DECIMAL) {
            return other;
        }
        return one;
    }
}
