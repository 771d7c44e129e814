package io.hefu.journey;

import io.hefu.crosswalk.Link;
import io.hefu.dictionary.Record;
import io.hefu.dictionary.Uid;
import io.hefu.golden.GoldenRecord;
import io.hefu.golden.Provenance;
import io.hefu.golden.Survivorship;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Step 4: whose value wins? Merges what the system says into each golden record, by authority. */
public final class Merger {
    public MergedBatch merge(IdentifiedBatch identified) {
        Map<Uid, MergedRecord> merged = new LinkedHashMap<>();
        for (IdentifiedRow row : identified.rows()) {
            if (row.primary()) {
                say(identified, row, merged);
            }
        }
        // A duplicate key speaks only where the primary did not: two records of one system must not fight each other.
        for (IdentifiedRow row : identified.rows()) {
            if (!row.primary()
                    && !merged.containsKey(row.uid())
                    && !identified.bases().containsKey(row.uid())) {
                say(identified, row, merged);
            }
        }
        for (Link gone : identified.carried().source().vanished()) {
            withdraw(identified, gone, merged);
        }
        return new MergedBatch(identified, new ArrayList<>(merged.values()));
    }

    private static void say(IdentifiedBatch identified, IdentifiedRow row, Map<Uid, MergedRecord> merged) {
        BatchContext context = identified.context();
        Provenance provenance = context.provenance();
        Record said = row.record();
        MergedRecord earlier = merged.get(row.uid());
        Optional<GoldenRecord> before = Optional.ofNullable(identified.bases().get(row.uid()));
        Optional<GoldenRecord> base = earlier == null ? before : Optional.of(earlier.after());
        GoldenRecord after = base.map(golden -> Survivorship.merge(golden, context.system(), said, provenance))
                .orElseGet(() -> Survivorship.create(row.uid(), context.entity(), context.system(), said, provenance));
        merged.put(row.uid(), new MergedRecord(before, after, Optional.of(said), Set.of()));
    }

    private static void withdraw(IdentifiedBatch identified, Link gone, Map<Uid, MergedRecord> merged) {
        GoldenRecord golden = identified.bases().get(gone.uid());
        if (identified.heirs().containsKey(gone.uid())) {
            return; // The system still has it; what the other key says is read next.
        }
        if (gone.primary() && golden != null && !merged.containsKey(gone.uid())) {
            GoldenRecord after = Survivorship.withdraw(
                    golden, gone.system(), identified.context().provenance());
            merged.put(gone.uid(), new MergedRecord(Optional.of(golden), after, Optional.empty(), Set.of()));
        }
    }
}
