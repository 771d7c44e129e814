package io.hefu.delivery;

import io.hefu.definition.Text;
import io.hefu.dictionary.Uid;
import io.hefu.store.HubDatabase;
import io.hefu.store.KeySet;
import io.hefu.store.Row;
import io.hefu.store.Transaction;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** The tables of wanted versions. */
public final class WantedTables {
    private static final String COLUMNS =
            "target, entity, uid, version, fields, state, attempts, next_at, awaits, reason_zh, reason_en, created";

    /** From this many new records of one batch on, a target's wishes are packed into one row. */
    private static final int PACKED_FROM = 200;

    /**
     * How long a create that was begun, and of which nothing more is known, is left alone before the target is asked: longer
     * than a request takes. A target that is still at work on it when the hub dies, or gave up waiting, would answer that
     * nothing is there.
     */
    static final Duration RESPITE = Duration.ofMinutes(1);

    private final HubDatabase database;

    public WantedTables(HubDatabase database) {
        this.database = database;
    }

    /** Writes down wishes in the transaction that makes the change; a newer version takes the place of an older one. */
    public void want(Transaction tx, List<Wish> wishes, Instant now) throws SQLException {
        Map<List<String>, List<Wish>> places =
                wishes.stream().collect(Collectors.groupingBy(wish -> List.of(wish.target(), wish.entity())));
        for (List<Wish> place : places.values()) {
            List<Wish> fresh = place.stream().filter(Wish::fresh).toList();
            boolean packed = fresh.size() >= PACKED_FROM;
            if (packed) {
                pack(tx, fresh, now);
            }
            wantEach(tx, packed ? place.stream().filter(wish -> !wish.fresh()).toList() : place, now);
        }
    }

    private static void pack(Transaction tx, List<Wish> fresh, Instant now) throws SQLException {
        ByteBuffer uids = ByteBuffer.allocate(fresh.size() * 16);
        for (Wish wish : fresh) {
            UUID uid = wish.uid().value();
            uids.putLong(uid.getMostSignificantBits()).putLong(uid.getLeastSignificantBits());
        }
        tx.update(
                "insert into wanted_load (target, entity, uids, amount, state, created) values (?, ?, ?, ?, ?, ?)",
                fresh.get(0).target(),
                fresh.get(0).entity(),
                uids.array(),
                fresh.size(),
                WantedState.PENDING.written(),
                now);
    }

    private static void wantEach(Transaction tx, List<Wish> wishes, Instant now) throws SQLException {
        if (wishes.isEmpty()) {
            return;
        }
        Map<Uid, Set<String>> earlier = earlierFields(tx, wishes);
        List<Object[]> rows = new ArrayList<>(wishes.size());
        // In one order, so that two batches never wait for each other.
        List<Wish> ordered = wishes.stream()
                .sorted(Comparator.comparing(wish -> wish.uid().value()))
                .toList();
        for (Wish wish : ordered) {
            Set<String> fields = new TreeSet<>(wish.fields());
            fields.addAll(earlier.getOrDefault(wish.uid(), Set.of()));
            rows.add(new Object[] {
                wish.target(), wish.entity(), wish.uid().value(), wish.version(), String.join(",", fields), now, now
            });
        }
        // An intended create stays intended, and its begin keeps its respite: whether it was sent must be found out
        // first.
        tx.updateBatch(
                "insert into wanted (target, entity, uid, version, fields, state, attempts, next_at, reason_zh, reason_en,"
                        + " created) values (?, ?, ?, ?, ?, 'pending', 0, ?, '', '', ?)"
                        + " on conflict (target, entity, uid) do update set version = excluded.version,"
                        + " fields = excluded.fields, attempts = 0, reason_zh = '', reason_en = '', awaits = null,"
                        + " next_at = case when wanted.state = 'intended' then wanted.next_at else excluded.next_at end,"
                        + " state = case when wanted.state in ('intended', 'unknown') then wanted.state else 'pending' end",
                rows);
    }

    private static Map<Uid, Set<String>> earlierFields(Transaction tx, List<Wish> wishes) throws SQLException {
        KeySet uids =
                tx.keysOfUuid(wishes.stream().map(wish -> wish.uid().value()).toList());
        Map<Uid, Set<String>> fields = new HashMap<>();
        tx.forEach(
                "select uid, fields from wanted where target = ? and entity = ? and " + uids.in("uid"),
                row -> fields.put(new Uid(row.uuid(1)), split(row.text(2))),
                wishes.get(0).target(),
                wishes.get(0).entity(),
                uids);
        return fields;
    }

    /** What may be sent now, oldest wish first. */
    public List<Wanted> due(String target, String entity, Instant now, int limit) {
        return database.read(tx -> tx.query(
                "select " + COLUMNS + " from wanted where target = ? and entity = ?"
                        + " and state in ('pending', 'intended', 'waiting') and next_at <= ? order by created, uid limit "
                        + limit,
                WantedTables::read,
                target,
                entity,
                now));
    }

    public Optional<WantedLoad> nextLoad(String target, String entity) {
        return database.read(tx -> tx.first(
                "select id, target, entity, uids, state from wanted_load where target = ? and entity = ?"
                        + " order by id limit 1",
                row -> new WantedLoad(
                        row.number(1),
                        row.text(2),
                        row.text(3),
                        unpacked(row.bytes(4)),
                        row.text(5).equals(WantedState.INTENDED.written())),
                target,
                entity));
    }

    /** All that is wanted and not refused, as wishes; loads unpacked. */
    public List<Wish> wishes(String target, String entity) {
        return database.read(tx -> {
            List<Wish> wishes = new ArrayList<>(tx.query(
                    "select uid, version, fields from wanted where target = ? and entity = ?"
                            + " and state in ('pending', 'waiting') order by created, uid",
                    row -> new Wish(target, entity, new Uid(row.uuid(1)), row.number(2), split(row.text(3)), false),
                    target,
                    entity));
            tx.forEach(
                    "select uids from wanted_load where target = ? and entity = ? order by id",
                    row -> unpacked(row.bytes(1))
                            .forEach(uid -> wishes.add(new Wish(target, entity, uid, 0, Set.of(), true))),
                    target,
                    entity);
            return wishes;
        });
    }

    /** How many are wanted, loads counted in, by target, entity and state. */
    public List<WantedCount> counts() {
        return database.read(tx -> {
            List<WantedCount> counts = new ArrayList<>(tx.query(
                    "select target, entity, state, count(*) from wanted group by target, entity, state",
                    WantedTables::readCount));
            counts.addAll(tx.query(
                    "select target, entity, 'pending', sum(amount) from wanted_load group by target, entity",
                    WantedTables::readCount));
            return counts;
        });
    }

    /** Everything that is wanted and not simply about to be sent: what a person may want to look at. */
    public List<Wanted> troubled(int limit) {
        return database.read(tx -> tx.query(
                "select " + COLUMNS
                        + " from wanted where (state in ('waiting', 'failed', 'unknown', 'skipped', 'intended')"
                        + " or state = 'pending' and reason_zh <> '')"
                        + " order by created desc, uid limit " + limit,
                WantedTables::read));
    }

    public List<Wanted> of(Uid uid) {
        return database.read(
                tx -> tx.query("select " + COLUMNS + " from wanted where uid = ?", WantedTables::read, uid.value()));
    }

    /**
     * Begins creates, of which another process may have begun some a moment ago.
     *
     * @return those that are this process's to send
     */
    Set<Uid> intend(Transaction tx, String target, String entity, Collection<Uid> uids, Instant now)
            throws SQLException {
        KeySet keys = keys(tx, uids);
        return new HashSet<>(tx.query(
                "update wanted set state = 'intended', next_at = ? where target = ? and entity = ?"
                        + " and state in ('pending', 'waiting') and " + keys.in("uid") + " returning uid",
                row -> new Uid(row.uuid(1)),
                now.plus(RESPITE),
                target,
                entity,
                keys));
    }

    /** @return whether the load is this process's to send */
    boolean intend(Transaction tx, WantedLoad load) throws SQLException {
        return tx.update("update wanted_load set state = 'intended' where id = ? and state = 'pending'", load.id()) > 0;
    }

    /** Nothing of it was sent: it is as if it had not been begun. */
    void release(Transaction tx, WantedLoad load) throws SQLException {
        tx.update("update wanted_load set state = 'pending' where id = ?", load.id());
    }

    /** Gives each record of a load a row of its own: begun if the load was, otherwise to be begun one by one. */
    void unpack(Transaction tx, WantedLoad load, List<Wanted> each, Instant now) throws SQLException {
        for (Wanted wanted : each) {
            // Of a load that was not begun nothing can have been sent.
            put(tx, load.intended() ? WantedStates.begun(wanted, now.plus(RESPITE)) : wanted);
        }
        done(tx, load);
    }

    void done(Transaction tx, WantedLoad load) throws SQLException {
        tx.update("delete from wanted_load where id = ?", load.id());
    }

    /** Those that are wanted by themselves too: of what a load holds, only what changed since then. */
    List<Wanted> withRowsOfTheirOwn(Transaction tx, Place place, List<Wanted> told) throws SQLException {
        if (tx.first(
                        "select uid from wanted where target = ? and entity = ? limit 1",
                        row -> row.uuid(1),
                        place.target(),
                        place.entity())
                .isEmpty()) {
            return List.of();
        }
        KeySet keys = keys(tx, told.stream().map(Wanted::uid).toList());
        Set<Uid> rows = new HashSet<>(tx.query(
                "select uid from wanted where target = ? and entity = ? and " + keys.in("uid"),
                row -> new Uid(row.uuid(1)),
                place.target(),
                place.entity(),
                keys));
        return told.stream().filter(wanted -> rows.contains(wanted.uid())).toList();
    }

    /** The target has this version: nothing is wanted any more, unless a newer one came meanwhile. */
    void done(Transaction tx, List<Wanted> told) throws SQLException {
        if (told.isEmpty()) {
            return;
        }
        List<Object[]> rows = told.stream()
                .map(wanted -> new Object[] {
                    wanted.target(), wanted.entity(), wanted.uid().value(), wanted.version()
                })
                .toList();
        tx.updateBatch("delete from wanted where target = ? and entity = ? and uid = ? and version = ?", rows);
        List<Object[]> newer = told.stream()
                .map(wanted -> new Object[] {
                    wanted.target(), wanted.entity(), wanted.uid().value()
                })
                .toList();
        tx.updateBatch(
                "update wanted set state = 'pending', next_at = 0 where target = ? and entity = ? and uid = ?"
                        + " and state = 'intended'",
                newer);
    }

    /** Writes down where a wanted version stands now; one that a load held gets a row of its own. */
    void put(Transaction tx, Wanted wanted) throws SQLException {
        tx.update(
                "insert into wanted (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " on conflict (target, entity, uid) do update set state = excluded.state,"
                        + " attempts = excluded.attempts, next_at = excluded.next_at, awaits = excluded.awaits,"
                        + " reason_zh = excluded.reason_zh, reason_en = excluded.reason_en"
                        + " where wanted.version <= excluded.version",
                wanted.target(),
                wanted.entity(),
                wanted.uid().value(),
                wanted.version(),
                String.join(",", new TreeSet<>(wanted.fields())),
                wanted.state().written(),
                wanted.attempts(),
                wanted.nextAt(),
                wanted.awaits().map(Uid::value),
                wanted.reason().zh(),
                wanted.reason().en(),
                wanted.created());
    }

    /** Those that waited for these things to get a key in the target may go. */
    public void wake(Transaction tx, String target, Collection<Uid> keyed, Instant now) throws SQLException {
        if (keyed.isEmpty()) {
            return;
        }
        KeySet keys = keys(tx, keyed);
        tx.update(
                "update wanted set state = 'pending', awaits = null, next_at = ?, reason_zh = '', reason_en = ''"
                        + " where target = ? and state = 'waiting' and " + keys.in("awaits"),
                now,
                target,
                keys);
    }

    /** Whether anything for a target waits for a reference, at the cost of one look at an index. */
    public boolean anyWaits(Transaction tx, String target) throws SQLException {
        return tx.first(
                        "select uid from wanted where target = ? and awaits is not null limit 1",
                        row -> row.uuid(1),
                        target)
                .isPresent();
    }

    /** A person wants a failed, unknown or skipped one to be tried again. */
    public boolean retry(String target, String entity, Uid uid, Instant now) {
        return database.write(tx -> tx.update(
                        "update wanted set state = 'pending', attempts = 0, next_at = ?, reason_zh = '', reason_en = ''"
                                + " where target = ? and entity = ? and uid = ? and state in ('failed', 'unknown', 'skipped')",
                        now,
                        target,
                        entity,
                        uid.value()))
                > 0;
    }

    private static KeySet keys(Transaction tx, Collection<Uid> uids) {
        return tx.keysOfUuid(uids.stream().map(Uid::value).toList());
    }

    private static Wanted read(Row row) throws SQLException {
        return new Wanted(
                row.text(1),
                row.text(2),
                new Uid(row.uuid(3)),
                row.number(4),
                split(row.text(5)),
                WantedState.read(row.text(6)),
                row.integer(7),
                row.instant(8),
                row.optionalUuid(9).map(Uid::new),
                new Text(row.text(10), row.text(11)),
                row.instant(12));
    }

    private static WantedCount readCount(Row row) throws SQLException {
        return new WantedCount(row.text(1), row.text(2), WantedState.read(row.text(3)), row.number(4));
    }

    private static Set<String> split(String fields) {
        return fields.isEmpty() ? Set.of() : new HashSet<>(Arrays.asList(fields.split(",")));
    }

    static List<Uid> unpacked(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        List<Uid> uids = new ArrayList<>(bytes.length / 16);
        while (buffer.hasRemaining()) {
            uids.add(new Uid(new UUID(buffer.getLong(), buffer.getLong())));
        }
        return uids;
    }
}
