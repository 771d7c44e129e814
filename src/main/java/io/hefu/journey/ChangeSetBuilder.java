package io.hefu.journey;

import io.hefu.crosswalk.Link;
import io.hefu.dictionary.Uid;
import io.hefu.golden.Changed;
import io.hefu.golden.GoldenRecord;
import io.hefu.golden.Hold;
import io.hefu.golden.Survivorship;
import io.hefu.ledger.Equation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts together what a batch changes, and gives every record read its one disposition. */
final class ChangeSetBuilder {
    private final DerivedBatch derived;
    private final List<Link> createdLinks = new ArrayList<>();
    private final List<Link> changedLinks = new ArrayList<>();
    private final List<GoldenRecord> created = new ArrayList<>();
    private final List<Changed> changed = new ArrayList<>();
    private final List<MergedRecord> touched = new ArrayList<>();
    private final Map<Uid, List<Uid>> likeness = new HashMap<>();
    private final Map<Uid, List<Verdict>> verdicts = new HashMap<>();
    private final Map<Uid, Set<String>> silent = new HashMap<>();
    private final Set<Uid> moved = new HashSet<>();
    private long held;
    private long made;

    ChangeSetBuilder(DerivedBatch derived) {
        this.derived = derived;
    }

    ChangeSet build() {
        derived.records().forEach(this::addRecord);
        addLinks(derived.identified());
        long applied = derived.identified().rows().stream()
                .filter(row -> row.existing().isEmpty() || moved.contains(row.uid()) || !row.primary())
                .count();
        long known = derived.identified().rows().size() - applied;
        held = derived.records().stream()
                .mapToLong(record -> newlyHeld(record.merged()))
                .sum();
        for (RuledBatch other : derived.derived()) {
            other.records().forEach(this::addRecord);
            addLinks(other.identified());
            made += other.identified().rows().stream()
                    .filter(row -> row.existing().isEmpty())
                    .count();
        }
        Carried carried = derived.identified().carried();
        carried.source().vanished().forEach(this::addVanished);
        return new ChangeSet(
                derived.context(),
                carried,
                equation(carried, applied, known),
                createdLinks,
                changedLinks,
                created,
                changed,
                likeness,
                verdicts,
                silent,
                touched);
    }

    private Equation equation(Carried carried, long applied, long known) {
        // Waiting is what waits for a reference, and what waits for a person.
        long waiting = carried.parked().stream()
                .filter(parking -> !(parking instanceof Parking.Quarantined))
                .count();
        SourceBatch source = carried.source();
        return new Equation(
                source.read(),
                applied,
                source.unchanged() + known,
                waiting,
                carried.parked().size() - waiting,
                carried.dropped(),
                held,
                made,
                clocked(),
                source.vanished().size());
    }

    private static long newlyHeld(MergedRecord record) {
        List<Hold> before = record.before().map(GoldenRecord::holds).orElse(List.of());
        return record.after().holds().stream()
                .filter(hold -> !before.contains(hold))
                .count();
    }

    private long clocked() {
        return derived.context().origin() == Origin.CLOCK ? derived.records().size() : 0;
    }

    private void addRecord(RuledRecord ruled) {
        MergedRecord record = ruled.merged();
        if (record.before().isEmpty()) {
            created.add(record.after());
            moved.add(record.uid());
            touched.add(record);
        } else if (!Survivorship.same(record.before().get(), record.after())) {
            changed.add(new Changed(record.before().get(), record.after()));
            moved.add(record.uid());
            touched.add(record);
        } else if (record.incoming().isPresent()) {
            // Nothing new for the hub, but the system may say what the hub holds against it: it must be corrected.
            touched.add(record);
        }
        List<Verdict> said = ruled.verdicts();
        if (!said.isEmpty()) {
            verdicts.put(record.uid(), said);
        }
        if (!ruled.silent().isEmpty()) {
            silent.put(record.uid(), ruled.silent());
        }
    }

    private void addLinks(IdentifiedBatch identified) {
        BatchContext context = identified.context();
        for (IdentifiedRow row : identified.rows()) {
            SourceRow source = row.canonical().source();
            if (row.existing().isEmpty()) {
                createdLinks.add(new Link(
                        context.system(),
                        context.entity().name(),
                        source.key(),
                        row.uid(),
                        row.primary(),
                        source.fingerprint(),
                        0,
                        true));
                if (row.primary()) {
                    Optional.ofNullable(identified.formers().get(row.uid()))
                            // A key that the system deleted before it named the thing by another.
                            .map(former -> former.asPrimary(false))
                            .ifPresent(changedLinks::add);
                }
                if (!row.likeness().isEmpty()) {
                    likeness.put(row.uid(), row.likeness());
                }
            } else {
                Link link = row.existing().get();
                changedLinks.add(link.withFingerprint(source.fingerprint()).asPresent(true));
            }
        }
    }

    private void addVanished(Link link) {
        Optional<Link> heir = link.primary()
                ? Optional.ofNullable(derived.identified().heirs().get(link.uid()))
                : Optional.empty();
        changedLinks.add(link.asPrimary(link.primary() && heir.isEmpty()).asPresent(false));
        heir.map(promoted -> promoted.asPrimary(true).unheard()).ifPresent(changedLinks::add);
    }
}
