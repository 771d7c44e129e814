package io.hefu.drift;

import io.hefu.mapping.SourceLevel;
import io.hefu.systems.Column;
import io.hefu.systems.ColumnType;
import io.hefu.systems.Row;
import io.hefu.systems.RowBatch;
import io.hefu.systems.Shape;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the records of a batch, or the objects at one place inside them, look like. */
final class SeenLevel {
    private final SourceLevel source;
    private final Map<String, SeenField> fields = new LinkedHashMap<>();
    private int records;
    private int record = -1;
    private int objects;
    private boolean described;

    SeenLevel(SourceLevel source) {
        this.source = source;
    }

    /** @param table whether the system itself gives the shape, so that no record need be asked */
    static SeenLevel of(RowBatch batch, SourceLevel source, boolean table) {
        SeenLevel seen = new SeenLevel(source);
        seen.records = batch.rows().size();
        if (table) {
            seen.describe(batch.shape());
            seen.lookInside(batch);
        } else {
            seen.types(batch.shape());
            seen.count(batch.rows());
        }
        seen.close();
        return seen;
    }

    /** How many records have an object here. */
    int records() {
        return records;
    }

    /** Whether a column that is not here is surely gone. */
    boolean isDescribed() {
        return described;
    }

    Collection<SeenField> fields() {
        return fields.values();
    }

    Optional<SeenField> find(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /** Those that nobody decided about. */
    List<SeenField> news() {
        return source.isComplete()
                ? fields.values().stream()
                        .filter(field -> field.source().isEmpty())
                        .toList()
                : List.of();
    }

    SourceLevel source() {
        return source;
    }

    private SeenField field(String name) {
        SeenField field = fields.get(name);
        if (field == null) {
            field = new SeenField(name, source.find(name));
            fields.put(name, field);
        }
        return field;
    }

    private void describe(Shape shape) {
        described = true;
        for (Column column : shape.columns()) {
            SeenField field = field(column.name());
            field.described(column.type(), column.declared());
            field.carriedBy(records);
            column.inside()
                    .ifPresent(children -> field.inside().ifPresent(level -> {
                        level.records = records;
                        level.describe(children);
                    }));
        }
    }

    /** What no child's resource describes: lists and objects of JSON in a table. */
    private void lookInside(RowBatch batch) {
        for (Column column : batch.shape().columns()) {
            SeenField field = field(column.name());
            if (field.inside().isPresent() && column.inside().isEmpty() && mayHold(column.type())) {
                for (int i = 0; i < batch.rows().size(); i++) {
                    field.lookInside(batch.rows().get(i).cell(column.name()), i);
                }
            }
        }
    }

    private static boolean mayHold(ColumnType type) {
        return type == ColumnType.LIST || type == ColumnType.OBJECT || type == ColumnType.UNKNOWN;
    }

    private void types(Shape shape) {
        shape.columns().forEach(column -> field(column.name()).described(column.type(), column.declared()));
    }

    private void count(List<Row> rows) {
        Optional<Shape> last = Optional.empty();
        SeenField[] places = {};
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            if (last.isEmpty() || last.get() != row.shape()) {
                last = Optional.of(row.shape());
                places = row.shape().columns().stream()
                        .map(column -> field(column.name()))
                        .toArray(SeenField[]::new);
            }
            for (int place = 0; place < places.length; place++) {
                Object cell = row.cells()[place];
                if (cell != Row.Cell.ABSENT) {
                    places[place].carriedBy(1);
                    places[place].lookInside(cell, i);
                }
            }
        }
    }

    void object(Map<?, ?> object, int by) {
        if (record != by) {
            closeRecord();
            record = by;
            records++;
        }
        objects++;
        for (Map.Entry<?, ?> entry : object.entrySet()) {
            String name = String.valueOf(entry.getKey());
            // Where all is left to an expression, what it does not look for is no matter of the gate.
            if (source.isComplete() || source.find(name).isPresent()) {
                field(name).carried(entry.getValue(), by);
            }
        }
    }

    private void closeRecord() {
        if (objects > 0) {
            int all = objects;
            fields.values().forEach(field -> field.close(record, all));
            objects = 0;
        }
    }

    private void close() {
        closeRecord();
        fields.values().forEach(field -> field.inside().ifPresent(SeenLevel::close));
    }
}
