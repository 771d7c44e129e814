package io.hefu.journey;

import io.hefu.crosswalk.Crosswalk;
import io.hefu.crosswalk.Link;
import io.hefu.crosswalk.OverlayCrosswalk;
import io.hefu.definition.Text;
import io.hefu.delivery.Wish;
import io.hefu.dictionary.Dictionary;
import io.hefu.dictionary.Uid;
import io.hefu.drift.KnownShape;
import io.hefu.golden.ChangeOf;
import io.hefu.golden.Changed;
import io.hefu.golden.Echoes;
import io.hefu.golden.GoldenRecord;
import io.hefu.golden.GoldenRecords;
import io.hefu.golden.OverlayGoldenRecords;
import io.hefu.golden.Survivorship;
import io.hefu.ledger.Awaited;
import io.hefu.ledger.Change;
import io.hefu.ledger.Flow;
import io.hefu.ledger.Ledger;
import io.hefu.ledger.ParkedRecord;
import io.hefu.mapping.Mapping;
import io.hefu.systems.RowCodec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The hub's state with a plan's changes laid over it, in memory: what would be, without making it so. */
final class OverlayState implements HubState {
    private final HubState base;
    private final Ledger ledger;
    private final OverlayCrosswalk crosswalk;
    private final OverlayGoldenRecords goldens;
    private final Map<String, KnownShape> shapes = new LinkedHashMap<>();
    private final Map<String, ParkedRecord> parked = new LinkedHashMap<>();
    private final List<Wish> wishes = new ArrayList<>();
    private long parkedSoFar;

    OverlayState(HubState base, Ledger ledger) {
        this.base = base;
        this.ledger = ledger;
        this.crosswalk = new OverlayCrosswalk(base.crosswalk());
        this.goldens = new OverlayGoldenRecords(base.goldens());
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
        return base.echoes();
    }

    @Override
    public Map<Uid, List<Change>> histories(Collection<Uid> uids) {
        Map<Uid, List<Change>> histories = new HashMap<>(base.histories(uids));
        Map<Uid, GoldenRecord> after = goldens.find(uids);
        base.goldens().find(uids).forEach((uid, before) -> {
            List<Change> changes = new ArrayList<>(histories.getOrDefault(uid, List.of()));
            changes.add(ChangeOf.record(new Changed(before, after.get(uid)), 0));
            histories.put(uid, changes);
        });
        return histories;
    }

    @Override
    public Optional<KnownShape> knownShape(Mapping mapping) {
        return Optional.ofNullable(shapes.get(name(mapping))).or(() -> base.knownShape(mapping));
    }

    @Override
    public boolean parksAnything(Flow flow) {
        return false;
    }

    @Override
    public Set<Long> stillParked(Collection<Long> ids) {
        Set<Long> open = new HashSet<>(base.stillParked(ids));
        parked.values().forEach(record -> open.add(record.id()));
        open.retainAll(ids);
        return open;
    }

    @Override
    public Set<String> givenUp(Flow flow, Collection<SourceRow> rows) {
        return base.givenUp(flow, rows);
    }

    /** As if a row that was found in a target were bound. */
    void bind(Link link) {
        crosswalk.put(link);
    }

    /** What targets would be told. */
    List<Wish> wishes() {
        return wishes;
    }

    /** What would wait or be quarantined. */
    List<ParkedRecord> parked() {
        return List.copyOf(parked.values());
    }

    @Override
    public CommittedBatch commit(ChangeSet changes) {
        changes.createdLinks().forEach(crosswalk::put);
        changes.changedLinks().forEach(crosswalk::put);
        changes.created().forEach(record -> goldens.put(Survivorship.settled(record)));
        for (Changed changed : changes.changed()) {
            goldens.put(Survivorship.settled(changed.after()));
        }
        wishes.addAll(DatabaseState.wishes(changes));
        changes.context()
                .mapping()
                .ifPresent(mapping -> changes.carried().learned().ifPresent(shape -> shapes.put(name(mapping), shape)));
        park(changes);
        return new CommittedBatch(changes.context().batch(), changes.equation(), resumable(Arrivals.of(changes)));
    }

    private void park(ChangeSet changes) {
        Flow flow = changes.context().flow();
        changes.carried().source().rows().forEach(row -> parked.remove(flow + "/" + row.key()));
        for (Parking parking : changes.carried().parked()) {
            Dictionary dictionary = changes.context().snapshot().part(Dictionary.class);
            List<Text> reasons = ParkingWords.reasons(parking);
            List<Awaited> awaited =
                    ParkingWords.awaited(parking, changes.context().entity(), dictionary);
            String payload = RowCodec.write(parking.row().row());
            ParkedRecord record = new ParkedRecord(
                    --parkedSoFar,
                    flow,
                    parking.row().key(),
                    parking.kind(),
                    ParkedRecord.State.OPEN,
                    reasons,
                    Optional.of(payload),
                    changes.context().batch(),
                    changes.context().at(),
                    Optional.empty(),
                    Optional.empty(),
                    awaited);
            parked.put(flow + "/" + parking.row().key(), record);
        }
    }

    private List<ParkedRecord> resumable(List<Awaited> arrived) {
        Set<Awaited> there = new HashSet<>(arrived);
        List<ParkedRecord> resumable = new ArrayList<>(ledger.parked().waitingFor(arrived));
        parked.values().stream()
                .filter(record -> record.awaited().stream().anyMatch(there::contains))
                .forEach(resumable::add);
        return resumable;
    }

    private static String name(Mapping mapping) {
        return mapping.system() + "/" + mapping.entity().name();
    }
}
