package io.hefu.drift;

import io.hefu.mapping.FieldFault;
import io.hefu.mapping.Mapping;
import io.hefu.mapping.SourceField;
import io.hefu.mapping.SourceLevel;
import io.hefu.systems.Row;
import io.hefu.systems.RowBatch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Judges each record of a batch whose shape is known: one that lacks what every record must carry, or that lacks a field of
 * the known shape and carries one that nobody decided about in its place, is stopped alone.
 */
final class RecordJudge {
    private final Mapping mapping;
    private final boolean whole;

    /** @param whole whether every record must carry each mapped field, as a row of a table does */
    RecordJudge(Mapping mapping, boolean whole) {
        this.mapping = mapping;
        this.whole = whole;
    }

    /** The faults of records, by their place in the batch. */
    Map<Integer, List<FieldFault>> judge(Map<String, KnownField> known, SeenLevel seen, RowBatch batch) {
        Map<Integer, List<FieldFault>> all = new LinkedHashMap<>();
        if (!mayLack(whole, known, seen)) {
            return all;
        }
        for (int i = 0; i < batch.rows().size(); i++) {
            List<FieldFault> faults = new ArrayList<>();
            judge(Place.RECORD, mapping.source(), known, cells(batch.rows().get(i)), whole, faults);
            if (!faults.isEmpty()) {
                all.put(i, faults);
            }
        }
        return all;
    }

    /** Whether asking each record could find anything: mostly the counts say no. */
    private static boolean mayLack(boolean whole, Map<String, KnownField> known, SeenLevel seen) {
        boolean undecided = !seen.news().isEmpty();
        for (SourceField field : seen.source().expected(known.keySet()).values()) {
            KnownField was = known.get(field.name());
            Optional<SeenField> now = seen.find(field.name());
            boolean lacked = now.map(SeenField::carriers).orElse(0) < seen.records();
            boolean expected = whole || field.always() || undecided && was != null && was.isWellKnown();
            if (lacked && expected) {
                return true;
            }
            Map<String, KnownField> inside = was == null ? Map.of() : was.inside();
            if (now.flatMap(SeenField::inside)
                    .filter(level -> mayLack(false, inside, level))
                    .isPresent()) {
                return true;
            }
        }
        return false;
    }

    private void judge(
            Place place,
            SourceLevel source,
            Map<String, KnownField> known,
            Map<?, ?> object,
            boolean all,
            List<FieldFault> faults) {
        boolean undecided = source.isComplete()
                && object.keySet().stream()
                        .anyMatch(key -> source.find(String.valueOf(key)).isEmpty());
        for (SourceField field : source.expected(known.keySet()).values()) {
            Optional<KnownField> was = Optional.ofNullable(known.get(field.name()));
            if (object.containsKey(field.name())) {
                inside(place, field, was, object.get(field.name()), faults);
            } else if (all
                    || field.always()
                    || undecided && was.map(KnownField::isWellKnown).orElse(false)) {
                faults.add(GateFaults.lacking(mapping, place, field));
            }
        }
    }

    private void inside(
            Place place, SourceField field, Optional<KnownField> was, Object cell, List<FieldFault> faults) {
        if (field.inside().isEmpty()) {
            return;
        }
        Map<String, KnownField> known = was.map(KnownField::inside).orElse(Map.of());
        if (cell instanceof Map<?, ?> object) {
            judge(place.inside(field.name(), false), field.inside(), known, object, false, faults);
        } else if (cell instanceof List<?> elements) {
            for (int i = 0; i < elements.size(); i++) {
                if (elements.get(i) instanceof Map<?, ?> object) {
                    judge(place.element(field.name(), i), field.inside(), known, object, false, faults);
                }
            }
        }
    }

    private static Map<String, Object> cells(Row row) {
        Map<String, Object> cells = new LinkedHashMap<>();
        for (int i = 0; i < row.cells().length; i++) {
            if (row.cells()[i] != Row.Cell.ABSENT) {
                cells.put(row.shape().columns().get(i).name(), row.cells()[i]);
            }
        }
        return cells;
    }
}
