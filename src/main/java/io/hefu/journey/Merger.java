package io.hefu.journey;

import io.hefu.crosswalk.Link;
import io.hefu.dictionary.Record;
import io.hefu.dictionary.Uid;
import io.hefu.golden.GoldenRecord;
import io.hefu.golden.Provenance;
import io.hefu.golden.Survivorship;
import io.hefu.mapping.Mapping;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Step 4: whose value wins? Merges what the system says into each golden record, by authority. */
public final class Merger {
    public MergedBatch merge(IdentifiedBatch identified) {
        Map<Uid, MergedRecord> merged = new LinkedHashMap<>();
        boolean adds = adds(identified);
        Repeated repeated = Repeated.in(identified);
        for (IdentifiedRow row : identified.rows()) {
            if (row.primary() || adds) {
                say(identified, row, repeated, merged);
            }
        }
        // A duplicate key speaks only where the primary did not: two records of one system must not fight each other.
        for (IdentifiedRow row : identified.rows()) {
            if (!row.primary()
                    && !merged.containsKey(row.uid())
                    && !identified.bases().containsKey(row.uid())) {
                say(identified, row, repeated, merged);
            }
        }
        // What only added to a thing is no thing that could be gone: a mail that was filed away takes nothing back.
        List<Link> vanished = adds ? List.of() : identified.carried().source().vanished();
        vanished.forEach(gone -> withdraw(identified, gone, merged));
        return new MergedBatch(identified, new ArrayList<>(merged.values()));
    }

    private static void say(
            IdentifiedBatch identified, IdentifiedRow row, Repeated repeated, Map<Uid, MergedRecord> merged) {
        BatchContext context = identified.context();
        Record said = row.record();
        MergedRecord earlier = merged.get(row.uid());
        Optional<GoldenRecord> before = Optional.ofNullable(identified.bases().get(row.uid()));
        Optional<GoldenRecord> base = earlier == null ? before : Optional.of(earlier.after());
        GoldenRecord after = base.map(golden -> said(identified, golden, row, repeated))
                .orElseGet(() ->
                        Survivorship.create(row.uid(), context.entity(), context.system(), said, context.provenance()));
        merged.put(row.uid(), new MergedRecord(before, after, Optional.of(said), Set.of()));
    }

    private static GoldenRecord said(
            IdentifiedBatch identified, GoldenRecord golden, IdentifiedRow row, Repeated repeated) {
        String system = identified.context().system();
        Provenance provenance = identified.context().provenance();
        if (adds(identified)) {
            return Survivorship.add(golden, system, row.record(), provenance);
        }
        return (row.primary() ? repeated.of(row.uid()) : Optional.<Record>empty())
                .map(told -> Survivorship.merge(golden, system, row.record(), told, provenance))
                .orElseGet(() -> Survivorship.merge(golden, system, row.record(), provenance));
    }

    /** Whether several rows of one system may each say something of one thing. */
    private static boolean adds(IdentifiedBatch identified) {
        return identified.context().mapping().flatMap(Mapping::belonging).isPresent();
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
