package io.hefu.journey;

import io.hefu.drift.GateVerdict;
import io.hefu.drift.KnownShape;
import io.hefu.drift.ShapeGate;
import io.hefu.mapping.FieldFault;
import io.hefu.mapping.Mapping;
import io.hefu.systems.Row;
import io.hefu.systems.RowBatch;
import io.hefu.systems.Systems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Step 1: is the source as it is known? A batch whose shape is not known pauses its entity; a record that lacks what it must
 * carry is quarantined; the rest goes on.
 */
public final class Gate {
    /** @throws EntityPaused when the shape as a whole is not known */
    public GatedBatch pass(SourceBatch source) {
        BatchContext context = source.context();
        Optional<Mapping> mapping = context.mapping();
        if (source.rows().isEmpty() || mapping.isEmpty()) {
            return new GatedBatch(new Carried(source), source.rows());
        }
        List<Row> rows = source.rows().stream().map(SourceRow::row).toList();
        RowBatch batch = new RowBatch(source.shape(), rows, "");
        Optional<KnownShape> known = context.state().knownShape(mapping.get());
        if (context.origin() == Origin.RESUMED) {
            // The shape as a whole was judged when these rows were read.
            return sorted(new Carried(source), ShapeGate.judgeRecords(mapping.get(), known, batch, isTable(context)));
        }
        GateVerdict verdict = ShapeGate.judge(mapping.get(), known, batch, isTable(context));
        if (verdict instanceof GateVerdict.Paused paused) {
            throw new EntityPaused(context.system(), context.entity().name(), paused.reasons(), paused.acceptable());
        }
        GateVerdict.Passed passed = (GateVerdict.Passed) verdict;
        Optional<KnownShape> learned = Optional.of(passed.learned()).filter(shape -> !known.equals(Optional.of(shape)));
        return sorted(new Carried(source, List.of(), 0, learned, passed.news()), passed.faults());
    }

    /** A database gives the shape of its tables; of everything else it is learned. */
    private static boolean isTable(BatchContext context) {
        return context.snapshot()
                .part(Systems.class)
                .find(context.system())
                .map(system -> system.kind().equals("jdbc"))
                .orElse(false);
    }

    private static GatedBatch sorted(Carried carried, Map<Integer, List<FieldFault>> faults) {
        SourceBatch source = carried.source();
        if (faults.isEmpty()) {
            return new GatedBatch(carried, source.rows());
        }
        List<SourceRow> through = new ArrayList<>(source.rows().size());
        List<Parking> quarantined = new ArrayList<>();
        for (int i = 0; i < source.rows().size(); i++) {
            SourceRow row = source.rows().get(i);
            if (faults.containsKey(i)) {
                quarantined.add(new Parking.Quarantined(row, faults.get(i)));
            } else {
                through.add(row);
            }
        }
        return new GatedBatch(carried.withParked(quarantined), through);
    }
}
