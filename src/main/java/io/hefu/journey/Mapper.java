package io.hefu.journey;

import io.hefu.definition.Text;
import io.hefu.mapping.FieldFault;
import io.hefu.mapping.MappedRow;
import io.hefu.mapping.Mapping;
import io.hefu.mapping.ReadSide;
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
            if (row.isNameless() && mapping.key(row.row()).isEmpty()) {
                quarantined.add(new Parking.Quarantined(row, List.of(noKey(mapping))));
                continue;
            }
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

    private static FieldFault noKey(Mapping mapping) {
        String key = mapping.read().map(ReadSide::key).orElse("");
        return new FieldFault(
                FieldFault.Kind.REQUIRED,
                key,
                Text.of("这条记录没有键（%s 为空）", "the record has no key (%s is empty)", key),
                Text.of(
                        "请在来源系统中补上，或在 %s 里换一个键",
                        "fill it in the source system, or name another key in %s", mapping.position()));
    }
}
