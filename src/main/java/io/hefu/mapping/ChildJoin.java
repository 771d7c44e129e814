package io.hefu.mapping;

import io.hefu.systems.Column;
import io.hefu.systems.ColumnType;
import io.hefu.systems.Row;
import io.hefu.systems.RowBatch;
import io.hefu.systems.Shape;
import io.hefu.systems.SystemConnection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the children of a batch's rows, one question a child resource, and hangs them on their parents as a list. */
public final class ChildJoin {
    private final ReadSide side;
    private final SystemConnection connection;

    public ChildJoin(ReadSide side, SystemConnection connection) {
        this.side = side;
        this.connection = connection;
    }

    /** Rows read by key, whole as a reading would give them. */
    public List<Row> join(List<Row> rows) {
        return rows.isEmpty()
                ? rows
                : join(new RowBatch(rows.get(0).shape(), rows, "")).rows();
    }

    public RowBatch join(RowBatch batch) {
        if (side.children().isEmpty() || batch.rows().isEmpty()) {
            return batch;
        }
        RowBatch joined = batch;
        for (ReadSide.Child child : side.children()) {
            joined = join(joined, child);
        }
        return joined;
    }

    private RowBatch join(RowBatch batch, ReadSide.Child child) {
        List<String> keys = batch.rows().stream()
                .map(row -> key(row, side.key()))
                .distinct()
                .toList();
        List<Row> found = connection.rowsWith(child.resource(), child.parent(), keys);
        Column list = new Column(
                child.as(),
                ColumnType.LIST,
                "list",
                found.stream().map(Row::shape).findFirst());
        Shape shape = widened(batch.shape(), list);
        Map<String, List<Object>> children = byParent(child, found);
        Map<Shape, Shape> narrower = new HashMap<>();
        List<Row> rows = new ArrayList<>(batch.rows().size());
        for (Row row : batch.rows()) {
            Shape own = row.shape() == batch.shape()
                    ? shape
                    : narrower.computeIfAbsent(row.shape(), narrow -> widened(narrow, list));
            Object[] cells = java.util.Arrays.copyOf(row.cells(), row.cells().length + 1);
            cells[row.cells().length] = children.getOrDefault(key(row, side.key()), List.of());
            rows.add(new Row(own, cells));
        }
        return new RowBatch(shape, rows, batch.position());
    }

    private static Map<String, List<Object>> byParent(ReadSide.Child child, List<Row> found) {
        Map<String, List<Object>> children = new HashMap<>();
        for (Row row : found) {
            children.computeIfAbsent(key(row, child.parent()), parent -> new ArrayList<>())
                    .add(asMap(row));
        }
        child.order().map(ChildOrder::new).ifPresent(order -> children.values().forEach(list -> list.sort(order)));
        return children;
    }

    /** As links write it, so that neither padding nor a number's scale parts a row from its children. */
    private static String key(Row row, String column) {
        Object cell = row.cell(column);
        return cell != null && KeyCells.read(cell) instanceof String key ? key : String.valueOf(cell);
    }

    private static Map<String, Object> asMap(Row row) {
        Map<String, Object> cells = new LinkedHashMap<>();
        for (int i = 0; i < row.shape().size(); i++) {
            if (row.cells()[i] != Row.Cell.ABSENT) {
                cells.put(row.shape().columns().get(i).name(), row.cells()[i]);
            }
        }
        return cells;
    }

    private static Shape widened(Shape shape, Column column) {
        List<Column> columns = new ArrayList<>(shape.columns());
        columns.add(column);
        return new Shape(columns);
    }
}
