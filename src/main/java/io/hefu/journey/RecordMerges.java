package io.hefu.journey;

import io.hefu.crosswalk.CrosswalkTables;
import io.hefu.crosswalk.Link;
import io.hefu.crosswalk.Merge;
import io.hefu.crosswalk.Merges;
import io.hefu.definition.Snapshot;
import io.hefu.definition.Text;
import io.hefu.delivery.Inheritance;
import io.hefu.delivery.WantedTables;
import io.hefu.delivery.Wish;
import io.hefu.delivery.Wishes;
import io.hefu.dictionary.Uid;
import io.hefu.golden.GoldenRecord;
import io.hefu.golden.GoldenTables;
import io.hefu.golden.Identity;
import io.hefu.golden.PossibleDuplicate;
import io.hefu.golden.PossibleDuplicates;
import io.hefu.golden.Union;
import io.hefu.ledger.Ledger;
import io.hefu.mapping.Mapping;
import io.hefu.mapping.Mappings;
import io.hefu.review.Decisions;
import io.hefu.rules.FiringTables;
import io.hefu.store.ConflictException;
import io.hefu.store.Transaction;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Makes two things one, and two again: links, golden records, references to them, wanted versions, holds and clocks follow
 * in one transaction. What the targets must be told is wanted as after any change; where writing is off it stays a plan.
 */
public final class RecordMerges {
    private static final int ATTEMPTS = 5;

    private final Supplier<Snapshot> snapshot;
    private final HubMemory memory;
    private final DatabaseState state;
    private final Ruler ruler;
    private final Deriver deriver;
    private final Tables tables;
    private final Clock clock;

    /** Where what follows a merge is written. */
    public record Tables(
            Ledger ledger,
            CrosswalkTables crosswalk,
            GoldenTables goldens,
            WantedTables wanted,
            FiringTables firings,
            Merges merges,
            PossibleDuplicates duplicates,
            Decisions decisions) {}

    public RecordMerges(
            Supplier<Snapshot> snapshot,
            HubMemory memory,
            DatabaseState state,
            Ruler ruler,
            Deriver deriver,
            Tables tables,
            Clock clock) {
        this.snapshot = snapshot;
        this.memory = memory;
        this.state = state;
        this.ruler = ruler;
        this.deriver = deriver;
        this.tables = tables;
        this.clock = clock;
    }

    /** What became of a deed. */
    public sealed interface Outcome {
        /**
         * @param references records that refer to another thing now
         * @param wishes targets' records that are to be corrected
         */
        record Done(long merge, Uid survivor, Uid absorbed, int references, int wishes) implements Outcome {
            Done plus(int late) {
                return new Done(merge, survivor, absorbed, references + late, wishes);
            }
        }

        record Refused(Text why) implements Outcome {}
    }

    /** Makes one of two. The survivor's number, and its word where a system speaks of both, go on. */
    public Outcome merge(Uid survivor, Uid absorbed, String by, String why) {
        Outcome outcome = again(() -> mergeOnce(survivor, absorbed, new Merge.Decided(by, why, clock.instant())));
        // By itself, since the merge stands: a conflict of this look must not merge again.
        return outcome instanceof Outcome.Done done ? done.plus(again(() -> pointLate(done))) : outcome;
    }

    /** Makes two again of what a merge made one. */
    public Outcome split(long merge, String by, String why) {
        return again(() -> splitOnce(merge, new Merge.Decided(by, why, clock.instant())));
    }

    private static <T> T again(Supplier<T> deed) {
        for (int attempt = 1; ; attempt++) {
            try {
                return deed.get();
            } catch (ConflictException moved) {
                if (attempt == ATTEMPTS) {
                    throw moved;
                }
            }
        }
    }

    private Outcome mergeOnce(Uid survivor, Uid absorbed, Merge.Decided decided) {
        Map<Uid, GoldenRecord> found = tables.goldens().find(List.of(survivor, absorbed));
        Optional<Text> refusal = MergeRefusals.of(found, survivor, absorbed, tables.wanted());
        if (refusal.isPresent()) {
            return new Outcome.Refused(refusal.get());
        }
        GoldenRecord into = found.get(survivor);
        GoldenRecord from = found.get(absorbed);
        BatchContext context = context(into);
        References references = References.to(context.snapshot(), tables.goldens(), into.entity(), absorbed);
        MergedRecord united =
                new MergedRecord(Optional.of(into), Union.of(into, from, adds(context)), Optional.empty(), Set.of());
        ChangeSet changes = changes(context, List.of(united), references.pointed(absorbed, survivor));
        GoldenRecord after = changes.records().stream()
                .map(MergedRecord::after)
                .filter(record -> record.uid().equals(survivor))
                .findFirst()
                .orElse(into);
        Map<Uid, List<Link>> links = tables.crosswalk().linksOf(List.of(survivor, absorbed));
        List<Link> moved = LinkMoves.to(survivor, links);
        List<Wish> inherited = inherited(context, from, after, moved);
        Merge merge =
                new Merge(0, into.entity().name(), survivor, absorbed, context.batch(), decided, Optional.empty());
        long[] number = new long[1];
        state.commit(changes, tx -> {
            tables.goldens().absorb(tx, from, survivor);
            tables.crosswalk().move(tx, LinkMoves.superseded(survivor, links, moved), survivor);
            move(tx, moved, absorbed);
            forget(tx, absorbed);
            tables.wanted().want(tx, withPending(tx, inherited, after, absorbed, moved), context.at());
            Inheritance.wake(tx, absorbed, context.at());
            Merges.Before before = new Merges.Before(kept(into), kept(from));
            number[0] = tables.merges()
                    .enter(tx, merge, before, links.getOrDefault(absorbed, List.of()), references.systems());
            decide(tx, Decisions.Kind.MERGE, number[0], merge, decided);
        });
        int wishes = DatabaseState.wishes(changes).size() + inherited.size();
        return new Outcome.Done(number[0], survivor, absorbed, references.count(), wishes);
    }

    private Outcome splitOnce(long number, Merge.Decided decided) {
        Optional<Merge> found = tables.merges().find(number);
        Optional<Text> refusal = MergeRefusals.ofSplit(number, found, tables.merges(), tables.goldens());
        if (refusal.isPresent()) {
            return new Outcome.Refused(refusal.get());
        }
        Merge merge = found.orElseThrow();
        GoldenRecord now = tables.goldens().find(merge.survivor()).orElseThrow();
        Merges.Before before = tables.merges().before(number);
        GoldenRecord absorbed = restored(now, merge.absorbed(), before.absorbed());
        BatchContext context = context(now);
        List<Link> links =
                tables.crosswalk().linksOf(List.of(merge.survivor())).getOrDefault(merge.survivor(), List.of());
        List<Link> moved = LinkMoves.back(merge, tables.merges().keys(number), links);
        Set<String> there =
                moved.stream().filter(Link::present).map(Link::system).collect(Collectors.toSet());
        Union.Parted parted = Union.part(
                now,
                restored(now, merge.survivor(), before.survivor()),
                absorbed,
                there,
                new Union.Deed(merge.batch(), context.batch()));
        References references = References.of(
                context.snapshot(), tables.goldens(), tables.merges().references(number));
        List<MergedRecord> records = List.of(
                new MergedRecord(Optional.of(now), parted.left(), Optional.empty(), Set.of()),
                new MergedRecord(Optional.empty(), parted.reborn(), Optional.empty(), Set.of()));
        ChangeSet changes = changes(context, records, references.pointed(merge.survivor(), merge.absorbed()));
        List<Link> since = since(context, merge, references);
        state.commit(changes, tx -> {
            if (!tables.merges().undo(tx, number, decided)) {
                throw new ConflictException("合并已被撤销。", "The merge was undone meanwhile.", null);
            }
            tables.goldens().giveBack(tx, now, absorbed, absorbedBy(absorbed));
            move(tx, moved, merge.survivor());
            tables.crosswalk().move(tx, LinkMoves.promoted(links, moved), merge.survivor());
            tables.crosswalk().forget(tx, since);
            tables.duplicates()
                    .decide(
                            tx,
                            apart(now, merge),
                            new PossibleDuplicates.Decided(
                                    PossibleDuplicates.State.DIFFERENT, decided.by(), decided.why(), decided.at()));
            decide(tx, Decisions.Kind.SPLIT, number, merge, decided);
        });
        int wishes = DatabaseState.wishes(changes).size();
        return new Outcome.Done(number, merge.survivor(), merge.absorbed(), references.count(), wishes);
    }

    /** Links of what refers to the survivor by a word that nobody pointed there: the next sweep says which of the two is meant. */
    private List<Link> since(BatchContext context, Merge merge, References pointed) {
        References all = References.to(context.snapshot(), tables.goldens(), context.entity(), merge.survivor());
        Map<Uid, List<Link>> links = tables.crosswalk().linksOf(all.records().keySet());
        return all.systems().entrySet().stream()
                .filter(each -> !pointed.systems().containsKey(each.getKey()))
                .flatMap(each -> links.getOrDefault(each.getKey(), List.of()).stream()
                        .filter(link -> each.getValue().contains(link.system())))
                .toList();
    }

    private void move(Transaction tx, List<Link> links, Uid former) throws SQLException {
        tables.crosswalk().move(tx, links, former);
        for (Link link : links) {
            tables.goldens().echoes().move(tx, link.system(), link.entity(), link.key(), link.uid());
        }
    }

    /** Of these systems many rows add to one thing, as mails do to an opportunity. */
    private static Predicate<String> adds(BatchContext context) {
        Mappings mappings = context.snapshot().part(Mappings.class);
        return system -> mappings.find(system, context.entity().name())
                .flatMap(Mapping::belonging)
                .isPresent();
    }

    /** What was committed between the look and the merge, and refers to what is no more. None comes after the merge. */
    private int pointLate(Outcome.Done merge) {
        GoldenRecord survivor = tables.goldens().find(merge.survivor()).orElseThrow();
        BatchContext context = context(survivor);
        References late = References.to(context.snapshot(), tables.goldens(), survivor.entity(), merge.absorbed());
        if (late.count() > 0) {
            state.commit(
                    changes(context, List.of(), late.pointed(merge.absorbed(), merge.survivor())),
                    tx -> tables.merges().addReferences(tx, merge.merge(), late.systems()));
        }
        return late.count();
    }

    /** A person does not take the two for one: while the evidence is the same, or for ever. */
    public void refuse(PossibleDuplicate pair, PossibleDuplicates.State state, String by, String why) {
        PossibleDuplicates.Decided decided = new PossibleDuplicates.Decided(state, by, why, clock.instant());
        Decisions.Kind kind =
                state == PossibleDuplicates.State.DIFFERENT ? Decisions.Kind.DIFFERENT : Decisions.Kind.REJECT;
        String subject = pair.uid() + " " + pair.other();
        this.state.inTransaction(tx -> {
            tables.duplicates().decide(tx, pair, decided);
            tables.decisions().enter(tx, new Decisions.Decision(kind, subject, by, why, decided.at()));
        });
    }

    /** Also what those had absorbed themselves. */
    private List<GoldenRecord> absorbedBy(GoldenRecord record) {
        List<GoldenRecord> all = new ArrayList<>();
        for (Merge merge : tables.merges().of(record.uid())) {
            if (merge.holds() && merge.survivor().equals(record.uid())) {
                GoldenRecord absorbed = restored(
                        record,
                        merge.absorbed(),
                        tables.merges().before(merge.id()).absorbed());
                all.add(absorbed);
                all.addAll(absorbedBy(absorbed));
            }
        }
        return all;
    }

    /** Whoever parts two does not want to be asked of them again. */
    private static PossibleDuplicate apart(GoldenRecord survivor, Merge merge) {
        return new PossibleDuplicate(
                merge.entity(),
                merge.survivor(),
                merge.absorbed(),
                PossibleDuplicate.Reason.NAME,
                Identity.matchName(survivor.merged()).orElse(""),
                merge.batch());
    }

    private void forget(Transaction tx, Uid absorbed) throws SQLException {
        tables.ledger().ruleClocks().forget(tx, absorbed);
        tables.firings().forget(tx, absorbed);
    }

    private void decide(Transaction tx, Decisions.Kind kind, long number, Merge merge, Merge.Decided decided)
            throws SQLException {
        String subject = number + " " + merge.survivor() + " " + merge.absorbed();
        tables.decisions().enter(tx, new Decisions.Decision(kind, subject, decided.by(), decided.why(), decided.at()));
    }

    private Merges.Kept kept(GoldenRecord record) {
        return new Merges.Kept(record.version(), tables.goldens().document(record));
    }

    private GoldenRecord restored(GoldenRecord like, Uid uid, Merges.Kept kept) {
        return tables.goldens().restored(uid, like.entity(), kept.version(), kept.document());
    }

    private BatchContext context(GoldenRecord record) {
        return new BatchContext(
                BatchContext.HUB,
                record.entity(),
                Optional.empty(),
                snapshot.get(),
                state,
                Origin.DECISION,
                memory.reserveBatch(),
                clock.instant());
    }

    /** The things themselves pass the rules again; what refers to them says the same as before, of another UID. */
    private ChangeSet changes(BatchContext context, List<MergedRecord> things, List<MergedRecord> referring) {
        DerivedBatch derived = deriver.derive(ruler.rule(MergedBatch.due(context, things)));
        List<RuledBatch> all = new ArrayList<>(derived.derived());
        referring.stream()
                .filter(record -> things.stream().noneMatch(thing -> thing.uid().equals(record.uid())))
                .collect(Collectors.groupingBy(record -> record.after().entity()))
                .forEach((entity, records) -> all.add(new RuledBatch(
                        MergedBatch.due(context.derived(entity), records).identified(),
                        records.stream().map(RuledRecord::unasked).toList())));
        return new ChangeSetBuilder(new DerivedBatch(derived.identified(), derived.records(), all)).build();
    }

    /** A target that knew the absorbed one only holds what that one was: it learns in what the survivor differs. */
    private static List<Wish> inherited(BatchContext context, GoldenRecord from, GoldenRecord after, List<Link> moved) {
        Set<String> targets = LinkMoves.primaries(moved);
        Wishes wishes = new Wishes(
                context.snapshot().part(Mappings.class), from.entity().name());
        return wishes.of(Optional.of(from), after, BatchContext.HUB, Optional.empty()).stream()
                .filter(wish -> targets.contains(wish.target()))
                .map(wish -> new Wish(wish.target(), wish.entity(), after.uid(), after.version(), wish.fields(), false))
                .toList();
    }

    private static List<Wish> withPending(
            Transaction tx, List<Wish> inherited, GoldenRecord after, Uid absorbed, List<Link> moved)
            throws SQLException {
        Set<String> targets = LinkMoves.primaries(moved);
        List<Wish> wishes = new ArrayList<>(inherited);
        Inheritance.take(tx, after.entity().name(), absorbed).forEach((target, fields) -> {
            if (targets.contains(target) && !fields.isEmpty()) {
                wishes.add(new Wish(
                        target, after.entity().name(), after.uid(), after.version(), new HashSet<>(fields), false));
            }
        });
        return wishes;
    }
}
