package io.hefu.journey;

import io.hefu.crosswalk.Crosswalk;
import io.hefu.crosswalk.CrosswalkTables;
import io.hefu.crosswalk.Link;
import io.hefu.crosswalk.Merges;
import io.hefu.delivery.WantedTables;
import io.hefu.delivery.Wish;
import io.hefu.delivery.Wishes;
import io.hefu.dictionary.Uid;
import io.hefu.drift.KnownShape;
import io.hefu.drift.KnownShapes;
import io.hefu.golden.ChangeOf;
import io.hefu.golden.Echoes;
import io.hefu.golden.GoldenRecords;
import io.hefu.golden.GoldenTables;
import io.hefu.golden.Pointing;
import io.hefu.golden.PossibleDuplicates;
import io.hefu.ledger.Batch;
import io.hefu.ledger.Change;
import io.hefu.ledger.Flow;
import io.hefu.ledger.Ledger;
import io.hefu.ledger.NewFields;
import io.hefu.ledger.ParkedRecord;
import io.hefu.ledger.Positions;
import io.hefu.mapping.Mapping;
import io.hefu.mapping.Mappings;
import io.hefu.review.Decisions;
import io.hefu.rules.FiringTables;
import io.hefu.store.ConflictException;
import io.hefu.store.HubDatabase;
import io.hefu.store.Transaction;
import io.hefu.systems.RowCodec;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The hub's database as the steps see it; a batch's changes are one transaction of it. */
public final class DatabaseState implements HubState {
    private final HubDatabase database;
    private final Decisions decisions;
    private final Ledger ledger;
    private final CrosswalkTables crosswalk;
    private final GoldenTables goldens;
    private final WantedTables wanted;
    private final KnownShapes shapes;
    private final FiringTables firings;
    private final List<Consumer<ChangeSet>> listeners = new CopyOnWriteArrayList<>();

    public DatabaseState(
            HubDatabase database,
            Ledger ledger,
            CrosswalkTables crosswalk,
            GoldenTables goldens,
            WantedTables wanted,
            KnownShapes shapes,
            FiringTables firings) {
        this.database = database;
        this.decisions = new Decisions(database);
        this.ledger = ledger;
        this.crosswalk = crosswalk;
        this.goldens = goldens;
        this.wanted = wanted;
        this.shapes = shapes;
        this.firings = firings;
    }

    @Override
    public Crosswalk crosswalk() {
        return crosswalk;
    }

    @Override
    public GoldenRecords goldens() {
        return goldens;
    }

    @Override
    public Echoes echoes() {
        return goldens.echoes();
    }

    @Override
    public Map<Uid, List<Change>> histories(Collection<Uid> uids) {
        return ledger.changes().histories(uids);
    }

    @Override
    public Optional<KnownShape> knownShape(Mapping mapping) {
        return shapes.find(mapping);
    }

    @Override
    public boolean parksAnything(Flow flow) {
        return ledger.parked().anyOpen(flow);
    }

    @Override
    public Set<Long> stillParked(Collection<Long> ids) {
        return ledger.parked().stillOpen(ids);
    }

    @Override
    public Set<String> givenUp(Flow flow, Collection<SourceRow> rows) {
        Map<String, String> payloads = new HashMap<>();
        rows.forEach(row -> payloads.put(row.key(), RowCodec.write(row.row())));
        return ledger.parked().givenUp(flow, payloads);
    }

    /** Told of every batch after its commit, by the thread that committed it. */
    public void afterCommit(Consumer<ChangeSet> listener) {
        listeners.add(listener);
    }

    /** What a deed writes besides what it changes, in the same transaction and before it. */
    interface Deed {
        void write(Transaction tx) throws SQLException;
    }

    @Override
    public CommittedBatch commit(ChangeSet changes) {
        return commit(changes, tx -> {});
    }

    CommittedBatch commit(ChangeSet changes, Deed first) {
        database.write(tx -> {
            first.write(tx);
            write(tx, changes);
            return 0;
        });
        listeners.forEach(listener -> listener.accept(changes));
        List<ParkedRecord> resumable = ledger.parked().waitingFor(Arrivals.of(changes));
        return new CommittedBatch(changes.context().batch(), changes.equation(), resumable);
    }

    /** For a decision that changes no record. */
    void inTransaction(Deed deed) {
        database.write(tx -> {
            deed.write(tx);
            return 0;
        });
    }

    private void write(Transaction tx, ChangeSet changes) throws SQLException {
        BatchContext context = changes.context();
        requireLiving(tx, changes);
        enter(tx, changes);
        crosswalk.apply(tx, changes.createdLinks(), changes.changedLinks());
        goldens.apply(tx, changes.created(), changes.changed(), new HoldSentences(changes.verdicts()));
        PossibleDuplicates.mark(tx, Likenesses.of(changes));
        ledger.changes()
                .enter(
                        tx,
                        changes.changed().stream()
                                .map(changed -> ChangeOf.record(changed, context.batch()))
                                .toList());
        new Parkings(tx, ledger.parked(), decisions, changes).write();
        wanted.want(tx, wishes(changes), context.at());
        wake(tx, changes);
        Clocks.Settings clocks = Clocks.of(changes);
        ledger.ruleClocks().set(tx, clocks.set());
        ledger.ruleClocks().stop(tx, clocks.stopped());
        firings.silence(tx, changes.silent());
        firings.enter(tx, spoken(changes));
        if (changes.carried().learned().isPresent() && context.mapping().isPresent()) {
            shapes.keep(tx, context.mapping().get(), changes.carried().learned().get(), context.at());
        }
    }

    /** A thing that was absorbed since the batch was identified must not be referred to: the batch goes back. */
    private static void requireLiving(Transaction tx, ChangeSet changes) throws SQLException {
        if (!Merges.any(tx)) {
            return;
        }
        Set<Uid> referred = new HashSet<>();
        changes.created().forEach(golden -> Pointing.collect(golden, referred));
        changes.changed().forEach(changed -> Pointing.collect(changed.after(), referred));
        Set<Uid> absorbed = Merges.absorbed(tx, referred);
        if (!absorbed.isEmpty()) {
            throw new ConflictException(
                    "该批次引用的 " + absorbed + " 已并入别的记录；该批次回到识别步骤。",
                    "The batch refers to " + absorbed + ", which joined another record; it goes back to identify.",
                    null);
        }
    }

    /** What waited for these things to have a key in this very system may be sent there. */
    private void wake(Transaction tx, ChangeSet changes) throws SQLException {
        List<Uid> keyed = changes.createdLinks().stream()
                .filter(Link::primary)
                .map(Link::uid)
                .toList();
        if (wanted.anyWaits(tx, changes.context().system())) {
            wanted.wake(tx, changes.context().system(), keyed, changes.context().at());
        }
    }

    private void enter(Transaction tx, ChangeSet changes) throws SQLException {
        BatchContext context = changes.context();
        Flow flow = context.flow();
        String version = context.snapshot().version();
        ledger.batches().enter(tx, new Batch(context.batch(), flow, version, context.at(), changes.equation()));
        ledger.newFields()
                .note(
                        tx,
                        changes.carried().news().stream()
                                .map(field -> new NewFields.NewField(
                                        flow, field.source(), context.at(), field.what(), field.attempt()))
                                .toList());
        Optional<String> position = changes.carried().source().position();
        if (position.isPresent()) {
            String mappingVersion = context.mapping().map(Mapping::version).orElse("");
            String stored = VersionedPosition.of(mappingVersion, position.get());
            ledger.positions().move(tx, new Positions.Position(flow, stored, context.batch(), context.at()));
        }
    }

    private static List<FiringTables.Spoken> spoken(ChangeSet changes) {
        List<FiringTables.Spoken> spoken = new ArrayList<>();
        changes.verdicts()
                .forEach((uid, verdicts) -> verdicts.forEach(verdict -> spoken.add(new FiringTables.Spoken(
                        uid,
                        verdict.rule(),
                        verdict.entity(),
                        verdict.mode(),
                        verdict.effect(),
                        verdict.sentence(),
                        changes.context().batch(),
                        changes.context().at(),
                        verdict.faulty()))));
        return spoken;
    }

    /** Of what the hub derived, the hub itself. */
    private static String speaker(ChangeSet changes, String entity) {
        BatchContext context = changes.context();
        return entity.equals(context.entity().name()) ? context.system() : BatchContext.HUB;
    }

    static List<Wish> wishes(ChangeSet changes) {
        Mappings mappings = changes.context().snapshot().part(Mappings.class);
        List<Wish> wishes = new ArrayList<>();
        Wishes current = null;
        String entity = "";
        for (MergedRecord record : changes.records()) {
            if (current == null || !record.after().entity().name().equals(entity)) {
                entity = record.after().entity().name();
                current = new Wishes(mappings, entity);
            }
            if (!current.none()) {
                wishes.addAll(current.of(record.before(), record.after(), speaker(changes, entity), record.incoming()));
            }
        }
        return wishes;
    }
}
