package io.hefu.drift;

import io.hefu.systems.Column;
import io.hefu.systems.Row;
import io.hefu.systems.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A row as it would be if a field had its former name again.
 *
 * @param steps the fields that lead to the objects which hold it
 */
record Renaming(List<String> steps, String now, String before) {
    /** Empty when the row says nothing under the new name. */
    Optional<Row> of(Row row) {
        String column = steps.isEmpty() ? now : steps.get(0);
        int place = row.shape().place(column);
        if (place < 0 || row.cells()[place] == Row.Cell.ABSENT || row.cells()[place] == null) {
            return Optional.empty();
        }
        return steps.isEmpty() ? Optional.of(new Row(renamed(row.shape()), row.cells())) : inside(row, place);
    }

    private Shape renamed(Shape shape) {
        return new Shape(shape.columns().stream()
                .map(column -> column.name().equals(now)
                        ? new Column(before, column.type(), column.declared(), column.inside())
                        : column)
                .toList());
    }

    private Optional<Row> inside(Row row, int place) {
        Object cell = row.cells()[place];
        if (!isSaid(cell, 1)) {
            return Optional.empty();
        }
        Object[] cells = row.cells().clone();
        cells[place] = renamed(cell, 1);
        return Optional.of(new Row(row.shape(), cells));
    }

    private boolean isSaid(Object cell, int depth) {
        if (cell instanceof List<?> list) {
            return list.stream().anyMatch(element -> element instanceof Map && isSaid(element, depth));
        }
        return cell instanceof Map<?, ?> object
                && (depth == steps.size() ? object.get(now) != null : isSaid(object.get(steps.get(depth)), depth + 1));
    }

    private Object renamed(Object cell, int depth) {
        if (cell instanceof List<?> list) {
            List<Object> elements = new ArrayList<>(list.size());
            list.forEach(element -> elements.add(element instanceof Map ? renamed(element, depth) : element));
            return elements;
        }
        if (!(cell instanceof Map<?, ?> object)) {
            return cell;
        }
        Map<Object, Object> renamed = new LinkedHashMap<>();
        object.forEach((key, value) -> {
            if (depth == steps.size()) {
                renamed.put(key.equals(now) ? before : key, value);
            } else {
                renamed.put(key, key.equals(steps.get(depth)) ? renamed(value, depth + 1) : value);
            }
        });
        return renamed;
    }
}
