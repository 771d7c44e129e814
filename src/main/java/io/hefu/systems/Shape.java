package io.hefu.systems;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The columns of a resource as they are now, in the order of a row's cells. Immutable; shared by the rows of a batch. */
public final class Shape {
    private final List<Column> columns;
    private final Map<String, Integer> places = new HashMap<>();

    public Shape(List<Column> columns) {
        this.columns = List.copyOf(columns);
        for (int i = 0; i < columns.size(); i++) {
            places.put(columns.get(i).name(), i);
        }
    }

    public List<Column> columns() {
        return columns;
    }

    public int size() {
        return columns.size();
    }

    /** The place of a column in a row's cells, or -1 when the resource has no such column. */
    public int place(String column) {
        return places.getOrDefault(column, -1);
    }

    public boolean has(String column) {
        return places.containsKey(column);
    }
}
