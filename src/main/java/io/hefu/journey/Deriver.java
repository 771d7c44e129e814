package io.hefu.journey;

import io.hefu.dictionary.EntityType;
import io.hefu.golden.GoldenRecord;
import io.hefu.golden.Provenance;
import io.hefu.golden.Survivorship;
import io.hefu.receivables.Derivation;
import io.hefu.receivables.Derived;
import io.hefu.systems.Fingerprint;
import io.hefu.systems.Row;
import io.hefu.systems.Shape;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Step 6: what follows from what the rules left. The hub's own word on the same thing is merged into it; another thing
 * enters at identify, as any record does, under the system name {@link BatchContext#HUB}.
 */
public final class Deriver {
    private static final Shape NO_SHAPE = new Shape(List.of());
    private static final Row NO_ROW = new Row(NO_SHAPE, new Object[0]);

    private final List<Derivation> derivations;
    private final Identifier identifier;
    private final Merger merger;
    private final Ruler ruler;

    public Deriver(List<Derivation> derivations, Identifier identifier, Merger merger, Ruler ruler) {
        this.derivations = List.copyOf(derivations);
        this.identifier = identifier;
        this.merger = merger;
        this.ruler = ruler;
    }

    public DerivedBatch derive(RuledBatch ruled) {
        BatchContext context = ruled.context();
        List<Derivation> concerned = derivations.stream()
                .filter(derivation -> derivation.of().equals(context.entity().name()))
                .toList();
        if (concerned.isEmpty()) {
            return new DerivedBatch(ruled.identified(), ruled.records(), List.of());
        }
        Map<EntityType, List<CanonicalRow>> others = new LinkedHashMap<>();
        List<RuledRecord> records = new ArrayList<>(ruled.records().size());
        for (RuledRecord record : ruled.records()) {
            records.add(follow(context, concerned, record, others));
        }
        List<RuledBatch> derived = new ArrayList<>();
        others.forEach((entity, rows) -> derived.add(ruler.rule(
                merger.merge(identifier.identify(new CanonicalBatch(nothingRead(context.derived(entity)), rows, 0))))));
        return new DerivedBatch(ruled.identified(), records, derived);
    }

    private static RuledRecord follow(
            BatchContext context,
            List<Derivation> concerned,
            RuledRecord record,
            Map<EntityType, List<CanonicalRow>> others) {
        MergedRecord merged = record.merged();
        if (merged.after().deleted()) {
            return record;
        }
        GoldenRecord after = merged.after();
        for (Derivation derivation : concerned) {
            for (Derived derived : ask(context, derivation, record, after)) {
                if (derived instanceof Derived.OnSame same) {
                    Provenance provenance = new Provenance(BatchContext.HUB, context.batch());
                    after = Survivorship.merge(after, BatchContext.HUB, same.contribution(), provenance);
                } else if (derived instanceof Derived.Another another) {
                    others.computeIfAbsent(another.record().type(), entity -> new ArrayList<>())
                            .add(asRow(another));
                }
            }
        }
        return record.with(merged.with(after));
    }

    private static List<Derived> ask(
            BatchContext context, Derivation derivation, RuledRecord record, GoldenRecord after) {
        LocalDate today = Ruler.today(context);
        Optional<GoldenRecord> before = record.merged().before();
        return derivation.derive(
                before, after, record.firings(), context.state().goldens(), context.snapshot(), today);
    }

    private static CanonicalRow asRow(Derived.Another another) {
        SourceRow row = new SourceRow(another.key(), NO_ROW, Fingerprint.NONE, OptionalLong.empty());
        return new CanonicalRow(row, another.record());
    }

    private static Carried nothingRead(BatchContext context) {
        return new Carried(SourceBatch.nothingRead(context, List.of()));
    }
}
