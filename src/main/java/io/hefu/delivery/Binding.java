package io.hefu.delivery;

import io.hefu.crosswalk.CrosswalkTables;
import io.hefu.crosswalk.Link;
import io.hefu.definition.Text;
import io.hefu.dictionary.Uid;
import io.hefu.golden.Echo;
import io.hefu.golden.EchoTables;
import io.hefu.store.ConflictException;
import io.hefu.store.HubDatabase;
import io.hefu.store.Transaction;
import io.hefu.systems.Fingerprint;
import io.hefu.systems.WriteOperation;
import io.hefu.systems.WriteResult;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes down in the hub what became of deliveries: links with the keys that the target gave, and what is still wanted. */
final class Binding {
    private final Place place;
    private final HubDatabase database;
    private final WantedTables wanted;
    private final CrosswalkTables crosswalk;
    private final EchoTables echoes;

    Binding(Place place, HubDatabase database, WantedTables wanted, CrosswalkTables crosswalk, EchoTables echoes) {
        this.place = place;
        this.database = database;
        this.wanted = wanted;
        this.crosswalk = crosswalk;
        this.echoes = echoes;
    }

    void keep(List<Wanted> settled, List<Wanted> kept) {
        if (settled.isEmpty() && kept.isEmpty()) {
            return;
        }
        database.write(tx -> {
            wanted.done(tx, settled);
            for (Wanted each : kept) {
                wanted.put(tx, each);
            }
            return 0;
        });
    }

    /** @param load the load that these records came from; it is done when all of its records have a fate of their own */
    Told bind(List<Delivered> delivered, Optional<WantedLoad> load) {
        if (delivered.isEmpty() && load.isEmpty()) {
            return Told.NOTHING;
        }
        if (load.isPresent()) {
            try {
                // Of a load hardly any key is bound already: the table's own constraints tell.
                return database.write(tx -> bind(tx, delivered, load, new Tellings(true, true)));
            } catch (ConflictException boundAlready) {
                return database.write(tx -> bind(tx, delivered, load, new Tellings(true, false)));
            }
        }
        return database.write(tx -> bind(tx, delivered, load, new Tellings(false, false)));
    }

    private Told bind(Transaction tx, List<Delivered> delivered, Optional<WantedLoad> load, Tellings tellings)
            throws SQLException {
        for (Delivered each : delivered) {
            sort(each, tellings);
        }
        apply(tx, tellings);
        if (load.isPresent()) {
            wanted.done(tx, load.get());
        }
        return tellings.told;
    }

    /** Gathers what one transaction writes. */
    private static final class Tellings {
        private final boolean load;
        private final boolean trusting;
        private final List<Link> created = new ArrayList<>();
        private final List<Link> changed = new ArrayList<>();
        private final List<Wanted> done = new ArrayList<>();
        private final List<Wanted> kept = new ArrayList<>();
        private final List<Delivered> logged = new ArrayList<>();
        private final List<Echo.Written> echoes = new ArrayList<>();
        private Told told = Told.NOTHING;

        /** @param trusting whether keys are taken for new without a look */
        Tellings(boolean load, boolean trusting) {
            this.load = load;
            this.trusting = trusting;
        }
    }

    /** Creates that were begun before and found in the target: what was wanted since is still to be told. */
    Told bindFound(List<Delivered> found) {
        if (found.isEmpty()) {
            return Told.NOTHING;
        }
        return database.write(tx -> {
            Tellings tellings = new Tellings(false, false);
            for (Delivered each : found) {
                sort(each, tellings);
                tellings.done.clear();
                tellings.kept.add(WantedStates.later(each.prepared().wanted(), Text.NONE, place.now()));
            }
            apply(tx, tellings);
            return tellings.told;
        });
    }

    /**
     * Binds rows that the target had already.
     *
     * @return those whose key is another record's there
     */
    List<Link> bindThere(List<Link> links) {
        if (links.isEmpty()) {
            return List.of();
        }
        return database.write(tx -> {
            Map<String, Link> there = new HashMap<>(crosswalk.find(
                    tx,
                    place.target(),
                    place.entity(),
                    links.stream().map(Link::key).toList()));
            List<Link> free = links.stream()
                    .filter(link -> there.putIfAbsent(link.key(), link) == null)
                    .toList();
            crosswalk.apply(tx, free, List.of());
            wanted.wake(tx, place.target(), free.stream().map(Link::uid).toList(), place.now());
            return links.stream().filter(link -> !free.contains(link)).toList();
        });
    }

    private void sort(Delivered each, Tellings into) {
        Wanted wish = each.prepared().wanted();
        boolean create = each.prepared().operation() == WriteOperation.CREATE;
        if (each.result() instanceof WriteResult.Written written) {
            link(each.prepared(), written.key(), into);
            into.done.add(wish);
            into.told = into.told.plus(one(each.prepared().operation()));
        } else if (each.result() instanceof WriteResult.Rejected rejected) {
            into.kept.add(
                    rejected.retryable()
                            ? WantedStates.again(wish, rejected.reason(), place.now())
                            : WantedStates.failed(wish, rejected.reason()));
            into.told = into.told.plus(new Told(0, 0, 0, 1, 0, 0, 0, 0));
        } else if (each.result() instanceof WriteResult.Unknown unknown) {
            into.kept.add(afterLostAnswer(wish, create, unknown));
            into.told = into.told.plus(new Told(0, 0, 0, 0, create ? 1 : 0, create ? 0 : 1, 0, 0));
        }
        if (!into.load || !(each.result() instanceof WriteResult.Written)) {
            into.logged.add(each);
        }
    }

    /** An update or a delete may be sent again; a create may not, unless the target can be asked. */
    private Wanted afterLostAnswer(Wanted wish, boolean create, WriteResult.Unknown unknown) {
        if (!create) {
            return WantedStates.again(wish, unknown.reason(), place.now());
        }
        // One that was begun before comes here only when there was nothing to ask for.
        return place.canAsk() && wish.state() != WantedState.INTENDED
                ? WantedStates.begun(
                        WantedStates.again(wish, unknown.reason(), place.now()),
                        place.now().plus(WantedTables.RESPITE))
                : WantedStates.unknown(wish, unknown.reason());
    }

    private void link(Prepared prepared, String key, Tellings into) {
        boolean present = prepared.operation() != WriteOperation.DELETE;
        Optional<Link> known = prepared.link();
        Link link = new Link(
                place.target(),
                place.entity(),
                key,
                prepared.wanted().uid(),
                true,
                known.map(Link::fingerprint).orElse(Fingerprint.NONE),
                prepared.wanted().version(),
                present);
        (known.isPresent() ? into.changed : into.created).add(link);
        // Of a record that was only created, what stands there is what the hub had then.
        if (prepared.operation() == WriteOperation.UPDATE
                && place.mapping().read().isPresent()) {
            into.echoes.add(prepared.written(place.target(), key, prepared.record(), prepared.fields()));
        }
    }

    private void apply(Transaction tx, Tellings tellings) throws SQLException {
        List<Link> created = withoutThoseBoundMeanwhile(tx, tellings);
        crosswalk.apply(tx, created, List.of());
        crosswalk.delivered(tx, tellings.changed);
        echoes.keep(tx, place.target(), place.mapping().entity(), tellings.echoes);
        wanted.done(tx, tellings.load ? wanted.withRowsOfTheirOwn(tx, place, tellings.done) : tellings.done);
        for (Wanted each : tellings.kept) {
            wanted.put(tx, each);
        }
        DeliveryLog.append(tx, place, tellings.logged);
        if (!tellings.created.isEmpty() && wanted.anyWaits(tx, place.target())) {
            List<Uid> keyed = tellings.created.stream().map(Link::uid).toList();
            wanted.wake(tx, place.target(), keyed, place.now());
        }
    }

    /** The target may have been read between the write and this moment, which bound the key already. */
    private List<Link> withoutThoseBoundMeanwhile(Transaction tx, Tellings tellings) throws SQLException {
        if (tellings.created.isEmpty() || tellings.trusting) {
            return tellings.created;
        }
        Map<String, Link> there = crosswalk.find(
                tx,
                place.target(),
                place.entity(),
                tellings.created.stream().map(Link::key).toList());
        List<Link> created = new ArrayList<>(tellings.created.size());
        for (Link link : tellings.created) {
            Link known = there.get(link.key());
            if (known == null) {
                created.add(link);
            } else if (!known.uid().equals(link.uid())) {
                keepApart(link, tellings);
            }
        }
        return created;
    }

    /** The target answered a key that is another record's there: a person must look. */
    private void keepApart(Link link, Tellings tellings) {
        Text reason = taken(place, link);
        List<Wanted> told = Stream.concat(tellings.done.stream(), tellings.kept.stream())
                .filter(wish -> wish.uid().equals(link.uid()))
                .toList();
        tellings.done.removeAll(told);
        tellings.kept.removeAll(told);
        told.forEach(wish -> tellings.kept.add(WantedStates.failed(wish, reason)));
    }

    static Text taken(Place place, Link link) {
        return Text.of(
                "%s 回答的键 %s 已是另一条记录的键；请在该系统中核对",
                "%s answered the key %s, which is another record's there; look into that system",
                place.target(),
                link.key());
    }

    private static Told one(WriteOperation operation) {
        return switch (operation) {
            case CREATE -> new Told(1, 0, 0, 0, 0, 0, 0, 0);
            case UPDATE -> new Told(0, 1, 0, 0, 0, 0, 0, 0);
            case DELETE -> new Told(0, 0, 1, 0, 0, 0, 0, 0);
        };
    }
}
