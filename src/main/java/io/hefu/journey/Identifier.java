package io.hefu.journey;

import io.hefu.crosswalk.Link;
import io.hefu.dictionary.Record;
import io.hefu.dictionary.Uid;
import io.hefu.golden.GoldenRecord;
import io.hefu.store.CrashPoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Step 3: which UID is it? By its link; where rows belong to things, by what they name; else by an equal business key; else by an equal valid tax number; else it is new.
 * An equal cleaned name never links, it only marks a possible duplicate. References are identified in a second pass, so
 * that a record may refer to one that stands later in its own batch.
 */
public final class Identifier {
    public IdentifiedBatch identify(CanonicalBatch batch) {
        Placement placement = Placement.of(batch);
        Ladder ladder = new Ladder(batch.context(), placement.rows(), placement.placed());
        ReferenceResolver references = new ReferenceResolver(batch.context(), ladder);
        references.prepare(placement.rows());
        List<Parking> waiting = new ArrayList<>();
        List<CanonicalRow> candidates = placement.rows();
        List<IdentifiedRow> identified = new ArrayList<>();
        int before;
        do {
            before = waiting.size();
            identified.clear();
            candidates = resolve(candidates, references, ladder, identified, waiting);
            // What refers to a row that waits after all must wait for it.
        } while (waiting.size() > before);
        List<IdentifiedRow> rows = onePrimaryEach(identified, ladder);
        Carried carried = batch.carried()
                .withParked(placement.parked())
                .withParked(waiting)
                .withDropped(placement.givenUp());
        IdentifiedBatch done = new IdentifiedBatch(
                batch, carried, rows, bases(batch, rows, ladder), ladder.formerPrimaries(), heirs(batch));
        CrashPoint.AFTER_IDENTIFY.reached();
        return done;
    }

    /** @return the rows that do not wait */
    private static List<CanonicalRow> resolve(
            List<CanonicalRow> candidates,
            ReferenceResolver references,
            Ladder ladder,
            List<IdentifiedRow> identified,
            List<Parking> waiting) {
        List<CanonicalRow> through = new ArrayList<>(candidates.size());
        for (CanonicalRow row : candidates) {
            ReferenceResolver.Resolved resolved = references.resolve(row.record());
            if (resolved.awaited().isEmpty()) {
                through.add(row);
                identified.add(identified(row, resolved.record(), ladder));
            } else {
                waiting.add(new Parking.Waiting(row.source(), resolved.awaited()));
                ladder.waits(row);
            }
        }
        return through;
    }

    private static IdentifiedRow identified(CanonicalRow row, Record record, Ladder ladder) {
        Ladder.Rung rung = ladder.rung(row);
        return new IdentifiedRow(row, record, rung.uid(), rung.link(), rung.primary(), rung.likeness());
    }

    /** Of several new keys of one system that name one UID, the first becomes the primary and the others duplicates. */
    private static List<IdentifiedRow> onePrimaryEach(List<IdentifiedRow> rows, Ladder ladder) {
        Set<Uid> taken = new HashSet<>(ladder.withPrimary());
        List<IdentifiedRow> result = new ArrayList<>(rows.size());
        for (IdentifiedRow row : rows) {
            boolean primary = row.existing().map(Link::primary).orElseGet(() -> taken.add(row.uid()));
            result.add(
                    primary == row.primary()
                            ? row
                            : new IdentifiedRow(
                                    row.canonical(), row.record(), row.uid(), row.existing(), primary, row.likeness()));
        }
        return result;
    }

    /** The thing is still there under another key: it must not count as deleted. */
    private static Map<Uid, Link> heirs(CanonicalBatch batch) {
        List<Link> vanished = batch.carried().source().vanished();
        List<Uid> orphaned =
                vanished.stream().filter(Link::primary).map(Link::uid).toList();
        if (orphaned.isEmpty()) {
            return Map.of();
        }
        Set<String> gone = new HashSet<>();
        vanished.forEach(link -> gone.add(link.key()));
        Map<Uid, Link> heirs = new HashMap<>();
        BatchContext context = batch.context();
        context.state()
                .crosswalk()
                .linksOf(orphaned)
                .forEach((uid, links) -> links.stream()
                        .filter(link -> link.present() && !gone.contains(link.key()))
                        .filter(link -> link.system().equals(context.system())
                                && link.entity().equals(context.entity().name()))
                        .findFirst()
                        .ifPresent(link -> heirs.put(uid, link)));
        return heirs;
    }

    private static Map<Uid, GoldenRecord> bases(CanonicalBatch batch, List<IdentifiedRow> rows, Ladder ladder) {
        Set<Uid> concerned = new HashSet<>();
        rows.stream().map(IdentifiedRow::uid).filter(uid -> !ladder.isBorn(uid)).forEach(concerned::add);
        batch.carried().source().vanished().forEach(link -> concerned.add(link.uid()));
        return concerned.isEmpty()
                ? Map.of()
                : batch.context().state().goldens().find(concerned);
    }
}
