package io.hefu.journey;

import io.hefu.mapping.MappedRow;
import io.hefu.mapping.Mapping;
import java.util.ArrayList;
import java.util.List;

/** Step 2: rows to canonical records. A row that is not understood is quarantined as a whole; the rest goes on. */
public final class Mapper {
    public CanonicalBatch map(GatedBatch gated) {
        Mapping mapping = gated.carried()
                .context()
                .mapping()
                .orElseThrow(() -> new IllegalStateException("rows come from a system that has a mapping"));
        List<CanonicalRow> understood = new ArrayList<>(gated.rows().size());
        List<Parking> quarantined = new ArrayList<>();
        int dropped = 0;
        for (SourceRow row : gated.rows()) {
            MappedRow mapped = mapping.toRecord(row.row());
            if (mapped instanceof MappedRow.Mapped ok) {
                understood.add(new CanonicalRow(row, ok.record()));
            } else if (mapped instanceof MappedRow.Faulty faulty) {
                quarantined.add(new Parking.Quarantined(row, faulty.faults()));
            } else {
                dropped++;
            }
        }
        Carried carried = gated.carried().withParked(quarantined).withDropped(dropped);
        return new CanonicalBatch(carried, understood, 0);
    }
}
