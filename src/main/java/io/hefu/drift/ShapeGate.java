package io.hefu.drift;

import io.hefu.mapping.FieldFault;
import io.hefu.mapping.Mapping;
import io.hefu.mapping.ReadSide;
import io.hefu.mapping.SourceField;
import io.hefu.systems.Column;
import io.hefu.systems.ColumnType;
import io.hefu.systems.Row;
import io.hefu.systems.RowBatch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Judges whether a source still looks as it is known. A mapped field that left, a field that nobody mapped or dropped, and a
 * field of another type pause the entity; a record that lacks what every record must carry is stopped alone.
 *
 * <p>A table's columns are its shape. Of JSON the shape is learned: a key that every record so far carried is expected of
 * each further one, and the entity pauses when a whole batch lacks it.
 */
public final class ShapeGate {
    private final Mapping mapping;
    private final KnownShape known;
    private final RowBatch batch;
    private final boolean table;
    private final Map<String, Long> carriers = new HashMap<>();
    private final Set<String> expected = new HashSet<>();

    private ShapeGate(Mapping mapping, KnownShape known, RowBatch batch, boolean table) {
        this.mapping = mapping;
        this.known = known;
        this.batch = batch;
        this.table = table;
    }

    /**
     * @param known what was learned so far; empty before the first batch
     * @param table whether the system itself gives the shape, so that nothing has to be learned
     */
    public static GateVerdict judge(Mapping mapping, Optional<KnownShape> known, RowBatch batch, boolean table) {
        return new ShapeGate(mapping, known.orElseGet(KnownShape::nothing), batch, table).judge();
    }

    /** Of single records only: for rows that were judged as a batch before. */
    public static Map<Integer, List<FieldFault>> judgeRecords(
            Mapping mapping, Optional<KnownShape> known, RowBatch batch) {
        ShapeGate gate = new ShapeGate(mapping, known.orElseGet(KnownShape::nothing), batch, false);
        gate.expect();
        return gate.recordFaults();
    }

    private GateVerdict judge() {
        countCarriers();
        expect();
        List<FieldFault> reasons = new ArrayList<>();
        List<String> missing = missing();
        List<String> news = news();
        missing.forEach(
                name -> reasons.add(GateFaults.missing(mapping, name, new RenameHint(mapping, batch).of(name, news))));
        boolean pauses = mapping.read().map(ReadSide::newFieldsPause).orElse(true);
        if (pauses || !missing.isEmpty()) {
            news.forEach(name -> reasons.add(GateFaults.unknown(mapping, name, column(name))));
        }
        retyped(reasons);
        if (!reasons.isEmpty()) {
            return new GateVerdict.Paused(reasons);
        }
        return new GateVerdict.Passed(recordFaults(), learned());
    }

    private void countCarriers() {
        if (table) {
            return;
        }
        for (Row row : batch.rows()) {
            for (int i = 0; i < row.cells().length; i++) {
                if (row.cells()[i] != Row.Cell.ABSENT) {
                    carriers.merge(row.shape().columns().get(i).name(), 1L, Long::sum);
                }
            }
        }
    }

    private void expect() {
        for (SourceField field : mapping.sourceFields()) {
            if (field.mapped() && (field.always() || known.alwaysCarried(field.name()))) {
                expected.add(field.name());
            }
        }
    }

    /** Mapped fields that the source as a whole no longer has. */
    private List<String> missing() {
        List<String> missing = new ArrayList<>();
        for (SourceField field : mapping.sourceFields()) {
            boolean gone = table
                    ? !batch.shape().has(field.name())
                    : expected.contains(field.name()) && !carriers.containsKey(field.name());
            if (field.mapped() && gone) {
                missing.add(field.name());
            }
        }
        return missing;
    }

    /** Fields that are neither mapped nor dropped. */
    private List<String> news() {
        Set<String> decided = new HashSet<>();
        mapping.sourceFields().forEach(field -> decided.add(field.name()));
        mapping.read().ifPresent(read -> {
            decided.add(read.key());
            decided.addAll(read.changedColumns());
            read.children().forEach(child -> decided.add(child.as()));
        });
        return batch.shape().columns().stream()
                .map(Column::name)
                .filter(name -> !decided.contains(name))
                .toList();
    }

    private void retyped(List<FieldFault> reasons) {
        for (SourceField field : mapping.sourceFields()) {
            Optional<KnownField> before = known.field(field.name());
            int place = batch.shape().place(field.name());
            if (field.mapped() && place >= 0 && before.isPresent()) {
                Column now = batch.shape().columns().get(place);
                if (!before.get().holds(now.type())) {
                    reasons.add(GateFaults.retyped(
                            mapping, field.name(), before.get().type(), now));
                }
            }
        }
    }

    private Map<Integer, List<FieldFault>> recordFaults() {
        Map<Integer, List<FieldFault>> faults = new LinkedHashMap<>();
        if (table || expected.isEmpty()) {
            return faults;
        }
        for (int i = 0; i < batch.rows().size(); i++) {
            for (String name : expected) {
                if (batch.rows().get(i).cell(name) == Row.Cell.ABSENT) {
                    faults.computeIfAbsent(i, place -> new ArrayList<>())
                            .add(GateFaults.missing(mapping, name, Optional.empty()));
                }
            }
        }
        return faults;
    }

    private KnownShape learned() {
        if (known.isSettled() && coversAll()) {
            return known;
        }
        Map<String, KnownField> fields = new LinkedHashMap<>(known.fields());
        long rows = batch.rows().size();
        for (Column column : batch.shape().columns()) {
            long carried = table ? rows : carriers.getOrDefault(column.name(), 0L);
            fields.merge(
                    column.name(),
                    new KnownField(column.type(), carried),
                    (before, now) -> before.seen(now.type(), now.carriers()));
        }
        return new KnownShape(known.records() + rows, fields);
    }

    private boolean coversAll() {
        return batch.shape().columns().stream()
                .allMatch(column -> known.field(column.name())
                        .map(field -> field.type() != ColumnType.UNKNOWN || column.type() == ColumnType.UNKNOWN)
                        .orElse(false));
    }

    private Column column(String name) {
        return batch.shape().columns().get(batch.shape().place(name));
    }
}
