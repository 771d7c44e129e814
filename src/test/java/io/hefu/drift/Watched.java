package io.hefu.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.hefu.mapping.FieldFault;
import io.hefu.mapping.Home;
import io.hefu.mapping.Mapping;
import io.hefu.systems.Column;
import io.hefu.systems.ColumnType;
import io.hefu.systems.Row;
import io.hefu.systems.RowBatch;
import io.hefu.systems.Shape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/** A mapping of deals and what the gate has learned of their source; a test lets batches of JSON records come to it. */
final class Watched {
    private final Mapping mapping;
    private Optional<KnownShape> known = Optional.empty();

    private Watched(Mapping mapping) {
        this.mapping = mapping;
    }

    /** @param rest of the file, from {@code fields:} on, where the number is mapped already */
    static Watched deals(Path folder, String rest) {
        return of(folder, "pause", rest);
    }

    static Watched reporting(Path folder, String rest) {
        return of(folder, "report", rest);
    }

    private static Watched of(Path folder, String newFields, String rest) {
        String read = "read: {resource: deals, key: id, newFields: " + newFields + "}\nfields:\n  number: no\n";
        return new Watched(Home.in(folder).dealFile(read + rest).mapping("crm", "deal"));
    }

    Mapping mapping() {
        return mapping;
    }

    Optional<KnownShape> known() {
        return known;
    }

    /** Goes on from what is stored. */
    Watched restarted(String stored) {
        known = Optional.of(ShapeText.read(stored));
        return this;
    }

    /** So many records, each in a batch of its own, as they come when people work. */
    Watched saw(int times, IntFunction<Map<String, Object>> record) {
        for (int i = 0; i < times; i++) {
            passes(record.apply(i));
        }
        return this;
    }

    @SafeVarargs
    final GateVerdict verdict(Map<String, Object>... records) {
        GateVerdict verdict = ShapeGate.judge(mapping, known, batch(List.of(records)), false);
        if (verdict instanceof GateVerdict.Passed passed) {
            known = Optional.of(ShapeText.read(ShapeText.write(passed.learned())));
            assertThat(known).contains(passed.learned());
        }
        return verdict;
    }

    /** The batch goes through; answers the faults of its records. */
    @SafeVarargs
    final Map<Integer, List<FieldFault>> passes(Map<String, Object>... records) {
        GateVerdict verdict = verdict(records);
        assertThat(verdict).as(String.valueOf(verdict)).isInstanceOf(GateVerdict.Passed.class);
        return ((GateVerdict.Passed) verdict).faults();
    }

    /** The entity pauses; answers why. */
    @SafeVarargs
    final List<FieldFault> pauses(Map<String, Object>... records) {
        GateVerdict verdict = verdict(records);
        assertThat(verdict).isInstanceOf(GateVerdict.Paused.class);
        return ((GateVerdict.Paused) verdict).reasons();
    }

    private static RowBatch batch(List<Map<String, Object>> records) {
        Map<String, ColumnType> types = new LinkedHashMap<>();
        records.forEach(record -> record.forEach((name, cell) ->
                types.merge(name, ColumnType.of(cell), (one, other) -> one == ColumnType.UNKNOWN ? other : one)));
        List<Column> columns = new ArrayList<>();
        types.forEach((name, type) -> columns.add(new Column(name, type, "")));
        Shape shape = new Shape(columns);
        List<Row> rows = records.stream()
                .map(record -> new Row(
                        shape,
                        columns.stream()
                                .map(column ->
                                        record.containsKey(column.name()) ? record.get(column.name()) : Row.Cell.ABSENT)
                                .toArray()))
                .toList();
        return new RowBatch(shape, rows, "");
    }

    /** A deal with its key and number, and what else it carries. */
    static Map<String, Object> deal(Object... keysAndValues) {
        Map<String, Object> deal = Home.object("id", 1L, "no", "D1");
        deal.putAll(Home.object(keysAndValues));
        return deal;
    }

    /** Deals of so many lines, all alike. */
    static Map<String, Object> lines(int count, Object... keysAndValues) {
        List<Object> lines = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            Map<String, Object> line = Home.object("seq", (long) i);
            line.putAll(Home.object(keysAndValues));
            lines.add(line);
        }
        return deal("rows", lines);
    }
}
