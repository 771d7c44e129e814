package io.hefu.delivery;

import io.hefu.crosswalk.CrosswalkTables;
import io.hefu.definition.Snapshot;
import io.hefu.definition.Text;
import io.hefu.dictionary.Uid;
import io.hefu.golden.GoldenRecord;
import io.hefu.golden.GoldenTables;
import io.hefu.mapping.Mapping;
import io.hefu.mapping.Mappings;
import io.hefu.mapping.WriteSide;
import io.hefu.store.HubDatabase;
import io.hefu.systems.Connections;
import io.hefu.systems.SystemFault;
import io.hefu.systems.Systems;
import io.hefu.systems.WritingSwitch;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Tells a target what it should know of an entity: the newest wanted versions, in order, one write at a time for each
 * record. A failure blocks that record alone.
 *
 * <p>A create goes in two phases: the intent is committed, the record is written there, the key is bound. Whoever finds an
 * intent after a crash asks the target first.
 */
public final class Delivery {
    private static final int AT_ONCE = 500;

    private final Supplier<Snapshot> snapshot;
    private final Connections connections;
    private final HubDatabase database;
    private final WantedTables wanted;
    private final CrosswalkTables crosswalk;
    private final GoldenTables goldens;
    private final Map<String, Precondition> preconditions;
    private final Exclusion exclusion;
    private final Readiness readiness;
    private final Clock clock;
    private final Patience patience = new Patience();

    public Delivery(
            Supplier<Snapshot> snapshot,
            Connections connections,
            HubDatabase database,
            WantedTables wanted,
            CrosswalkTables crosswalk,
            GoldenTables goldens,
            List<Precondition> preconditions,
            Exclusion exclusion,
            Readiness readiness,
            Clock clock) {
        this.snapshot = snapshot;
        this.connections = connections;
        this.database = database;
        this.wanted = wanted;
        this.crosswalk = crosswalk;
        this.goldens = goldens;
        this.preconditions = new java.util.HashMap<>();
        preconditions.forEach(asked -> this.preconditions.put(asked.of(), asked));
        this.exclusion = exclusion;
        this.readiness = readiness;
        this.clock = clock;
    }

    /**
     * Sends all that may be sent now; nothing while another process that shares the hub's database does. Otherwise one
     * could send an older version after the other sent a newer one, or take for dead what the other has just begun.
     *
     * <p>A target that refused until a person changes something is left alone for a while, longer each time.
     *
     * @throws SystemFault when the target as a whole cannot be reached; what was not sent stays wanted
     */
    public Told deliver(String target, String entity) {
        Mapping mapping =
                snapshot.get().part(Mappings.class).find(target, entity).orElseThrow();
        WriteSide side = mapping.write().orElseThrow();
        String definitions = snapshot.get().version();
        if (!writing(target, entity).enabled() || !patience.isAsked(target, definitions, clock.instant())) {
            return Told.NOTHING;
        }
        List<Told> told = new ArrayList<>();
        Runnable rounds = () -> {
            Optional<Told> round;
            do {
                round = round(new Place(mapping, side, connections.to(target), clock.instant()));
                round.ifPresent(told::add);
            } while (round.isPresent());
        };
        try {
            exclusion.whileNotRead(target, entity, () -> database.inTurn("delivery/" + target + "/" + entity, rounds));
        } catch (SystemFault fault) {
            if (fault.kind() == SystemFault.Kind.FATAL && fault.system().equals(target)) {
                patience.refused(target, definitions, clock.instant());
            }
            throw fault;
        }
        Told sum = told.stream().reduce(Told.NOTHING, Told::plus);
        if (sum.written() > 0) {
            patience.told(target);
        }
        return sum;
    }

    public WritingSwitch writing(String target, String entity) {
        return snapshot.get()
                .part(Systems.class)
                .find(target)
                .map(system -> system.writing(entity))
                .orElse(WritingSwitch.OFF);
    }

    /** Empty when nothing may be sent now; what a round could not send, it puts off. */
    private Optional<Told> round(Place place) {
        Optional<WantedLoad> load = wanted.nextLoad(place.target(), place.entity());
        DeliveryRound round =
                new DeliveryRound(place, database, wanted, crosswalk, goldens.echoes(), preparation(place));
        if (load.isPresent()) {
            Map<Uid, GoldenRecord> records = goldens.find(load.get().uids());
            return Optional.of(round.load(load.get(), versions(load.get(), records), records));
        }
        int atOnce = place.oneByOne() ? 1 : AT_ONCE;
        List<Wanted> due = wanted.due(place.target(), place.entity(), place.now(), atOnce);
        return due.isEmpty() ? Optional.empty() : Optional.of(round.tell(due));
    }

    private Preparation preparation(Place place) {
        boolean known = place.mapping().read().isEmpty() || readiness.isKnown(place.target(), place.entity());
        return new Preparation(
                place, goldens, crosswalk, Optional.ofNullable(preconditions.get(place.entity())), known);
    }

    /** A load names UIDs only; what is wanted of them is always their newest version. */
    private List<Wanted> versions(WantedLoad load, Map<Uid, GoldenRecord> records) {
        WantedState state = load.intended() ? WantedState.INTENDED : WantedState.PENDING;
        Instant now = clock.instant();
        List<Wanted> all = new ArrayList<>(records.size());
        records.forEach((uid, golden) -> all.add(new Wanted(
                load.target(),
                load.entity(),
                uid,
                golden.version(),
                Set.of(),
                state,
                0,
                now,
                Optional.empty(),
                Text.NONE,
                now)));
        return all;
    }
}
