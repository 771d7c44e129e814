package io.hefu.delivery;

import io.hefu.crosswalk.CrosswalkTables;
import io.hefu.crosswalk.Merges;
import io.hefu.definition.Text;
import io.hefu.dictionary.Uid;
import io.hefu.golden.EchoTables;
import io.hefu.golden.GoldenRecord;
import io.hefu.store.CrashPoint;
import io.hefu.store.HubDatabase;
import io.hefu.store.Transaction;
import io.hefu.systems.OutgoingRow;
import io.hefu.systems.SystemFault;
import io.hefu.systems.WriteOperation;
import io.hefu.systems.WriteResult;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One round of deliveries to one place: prepare, intend, write, bind, confirm. */
final class DeliveryRound {
    /** How soon a target is tried again that could not be told anything at all. */
    private static final Duration UNREACHED_PAUSE = Duration.ofSeconds(5);

    private final Place place;
    private final HubDatabase database;
    private final WantedTables wanted;
    private final Preparation preparation;
    private final Binding binding;
    private final Confirmation confirmation;
    private Optional<SystemFault> fault = Optional.empty();

    DeliveryRound(
            Place place,
            HubDatabase database,
            WantedTables wanted,
            CrosswalkTables crosswalk,
            EchoTables echoes,
            Preparation preparation) {
        this.place = place;
        this.database = database;
        this.wanted = wanted;
        this.preparation = preparation;
        this.binding = new Binding(place, database, wanted, crosswalk, echoes);
        this.confirmation = new Confirmation(place, database, crosswalk, echoes);
    }

    /** @throws SystemFault when the target as a whole refuses or cannot be reached; what was not sent stays wanted */
    Told tell(List<Wanted> due) {
        Preparation.Sorted sorted = preparation.sort(due);
        binding.keep(sorted.settled(), sorted.kept());
        Told told = kept(sorted.kept()).plus(recover(sorted.begun()));
        Preparation.Sorted sought = sought(sorted.ready(), true);
        told = told.plus(kept(sought.kept()));
        Confirmation.Checked checked = confirmation.checkUnmoved(sought.ready());
        binding.keep(List.of(), checked.moved());
        return told.plus(kept(checked.moved())).plus(send(checked.still(), Optional.empty()));
    }

    /**
     * A load whose creation was begun before is taken apart first, so that the target can be asked for each; and one for a
     * target that cannot be asked, so that each is begun by itself.
     */
    Told load(WantedLoad load, List<Wanted> all, Map<Uid, GoldenRecord> records) {
        if (load.intended() || place.oneByOne()) {
            database.write(tx -> {
                wanted.unpack(tx, load, all, place.now());
                return 0;
            });
            return Told.NOTHING;
        }
        Preparation.Sorted sorted = preparation.sort(all, records);
        binding.keep(List.of(), sorted.kept());
        Preparation.Sorted sought = sought(sorted.ready(), false);
        Confirmation.Checked checked = confirmation.checkUnmoved(sought.ready());
        binding.keep(List.of(), checked.moved());
        Told told = kept(sorted.kept()).plus(kept(sought.kept())).plus(kept(checked.moved()));
        return checked.still().isEmpty() ? told.plus(close(load)) : told.plus(send(checked.still(), Optional.of(load)));
    }

    /**
     * What the target had before the hub came is bound and no longer created.
     *
     * @param single whether each is wanted by itself, so that it can be put off when the target cannot be asked
     */
    private Preparation.Sorted sought(List<Prepared> ready, boolean single) {
        AlreadyThere there = new AlreadyThere(place);
        AlreadyThere.Found found;
        try {
            found = there.lookFor(ready, Integer.MAX_VALUE);
        } catch (SystemFault met) {
            if (single) {
                binding.keep(
                        List.of(),
                        ready.stream().map(prepared -> unreached(prepared, met)).toList());
            }
            throw met;
        }
        Preparation.Sorted after = there.afterBinding(preparation, ready, found, binding.bindThere(found.links()));
        binding.keep(after.settled(), after.kept());
        return after;
    }

    private Told close(WantedLoad load) {
        database.write(tx -> {
            wanted.done(tx, load);
            return 0;
        });
        return Told.NOTHING;
    }

    private static Told kept(List<Wanted> kept) {
        long skipped = kept.stream()
                .filter(wish -> wish.state() == WantedState.SKIPPED)
                .count();
        long failed =
                kept.stream().filter(wish -> wish.state() == WantedState.FAILED).count();
        return new Told(0, 0, 0, failed, 0, kept.size() - skipped - failed, skipped, 0);
    }

    private Told recover(List<Prepared> begun) {
        Recovery.Answers answers = new Recovery(place).ask(begun);
        binding.keep(List.of(), answers.absent());
        return binding.bindFound(answers.found()).plus(binding.bind(answers.unknown(), Optional.empty()));
    }

    private Told send(List<Prepared> prepared, Optional<WantedLoad> load) {
        List<Prepared> ready = prepared.isEmpty() ? prepared : intended(prepared, load);
        if (ready.isEmpty()) {
            return Told.NOTHING;
        }
        Map<WriteOperation, List<Prepared>> byOperation = new EnumMap<>(WriteOperation.class);
        ready.forEach(each -> byOperation
                .computeIfAbsent(each.operation(), operation -> new ArrayList<>())
                .add(each));
        List<Delivered> delivered = new ArrayList<>(ready.size());
        List<Wanted> unsent = new ArrayList<>();
        byOperation.forEach((operation, group) -> write(operation, group, delivered, unsent));
        (place.canAsk() ? CrashPoint.AFTER_REMOTE_WRITE : CrashPoint.AFTER_SEND).reached();
        Told told = bind(delivered, unsent, load);
        CrashPoint.AFTER_BIND.reached();
        confirmation.confirm(delivered);
        CrashPoint.AFTER_CONFIRM.reached();
        fault.ifPresent(found -> {
            throw found;
        });
        return told;
    }

    private Told bind(List<Delivered> delivered, List<Wanted> unsent, Optional<WantedLoad> load) {
        if (delivered.isEmpty() && load.isPresent()) {
            database.write(tx -> {
                wanted.release(tx, load.get());
                return 0;
            });
            return Told.NOTHING;
        }
        binding.keep(List.of(), unsent);
        return binding.bind(delivered, load);
    }

    /** The intent of every create is committed before it is sent; what another process began meanwhile is left to it. */
    private List<Prepared> intended(List<Prepared> ready, Optional<WantedLoad> load) {
        List<Uid> creates = ready.stream()
                .filter(prepared -> prepared.operation() == WriteOperation.CREATE)
                .map(prepared -> prepared.wanted().uid())
                .toList();
        if (creates.isEmpty()) {
            return ready;
        }
        Set<Uid> ours = database.write(tx -> begun(tx, creates, load));
        CrashPoint.AFTER_INTENT.reached();
        if (load.isPresent() && ours.isEmpty()) {
            return List.of();
        }
        return ready.stream()
                .filter(prepared -> prepared.operation() != WriteOperation.CREATE
                        || ours.contains(prepared.wanted().uid()))
                .toList();
    }

    /** What another thing absorbed since it was looked at is not created any more. */
    private Set<Uid> begun(Transaction tx, List<Uid> creates, Optional<WantedLoad> load) throws SQLException {
        if (load.isEmpty()) {
            return wanted.intend(tx, place.target(), place.entity(), creates, place.now());
        } else if (!wanted.intend(tx, load.get())) {
            return Set.of();
        }
        Set<Uid> ours = new HashSet<>(creates);
        ours.removeAll(Merges.absorbed(tx, creates));
        return ours;
    }

    private void write(WriteOperation operation, List<Prepared> group, List<Delivered> delivered, List<Wanted> unsent) {
        if (fault.isPresent()) {
            group.forEach(prepared -> unsent.add(unreached(prepared, fault.get())));
            return;
        }
        List<OutgoingRow> rows = group.stream().map(Prepared::row).toList();
        try {
            List<WriteResult> results = place.connection()
                    .write(place.side().resource(), place.side().key(), operation, rows);
            for (int i = 0; i < group.size(); i++) {
                delivered.add(new Delivered(group.get(i), results.get(i)));
            }
        } catch (SystemFault met) {
            if (met.kind() == SystemFault.Kind.UNKNOWN) {
                group.forEach(prepared -> delivered.add(new Delivered(prepared, new WriteResult.Unknown(told(met)))));
            } else {
                fault = Optional.of(met);
                group.forEach(prepared -> unsent.add(unreached(prepared, met)));
            }
        }
    }

    /** Nothing was sent, and the fault is the target's and not the record's: no attempt was made. */
    private Wanted unreached(Prepared prepared, SystemFault met) {
        return WantedStates.later(prepared.wanted(), told(met), place.now().plus(UNREACHED_PAUSE));
    }

    private static Text told(SystemFault fault) {
        return Text.of("%s；可尝试：%s", "%s; try: %s", fault.what(), fault.attempt());
    }
}
