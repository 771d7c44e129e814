package io.hefu.crosswalk;

import io.hefu.dictionary.Uid;
import io.hefu.store.BulkUpdate;
import io.hefu.store.BulkWriter;
import io.hefu.store.Column;
import io.hefu.store.ConflictException;
import io.hefu.store.HubDatabase;
import io.hefu.store.KeySet;
import io.hefu.store.Row;
import io.hefu.store.Transaction;
import io.hefu.systems.Fingerprint;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;

/** The links in the hub's database. */
public final class CrosswalkTables implements Crosswalk {
    static final String COLUMNS = "system, entity, record_key, uid, primary_link, fingerprint_high, fingerprint_low,"
            + " delivered_version, present";
    private static final int STREAMS = 2;
    private static final List<Column> LINK = List.of(
            Column.text("system"),
            Column.text("entity"),
            Column.text("record_key"),
            Column.uuid("uid"),
            Column.flag("primary_link"),
            Column.number("fingerprint_high"),
            Column.number("fingerprint_low"),
            Column.number("delivered_version"),
            Column.flag("present"));
    private static final List<Column> KEY =
            List.of(Column.text("system"), Column.text("entity"), Column.text("record_key"));
    private static final BulkUpdate READ = new BulkUpdate(
            "link",
            KEY,
            List.of(Column.uuid("uid")),
            List.of(
                    Column.flag("primary_link"),
                    Column.number("fingerprint_high"),
                    Column.number("fingerprint_low"),
                    Column.flag("present")));
    private static final BulkUpdate DELIVERED = new BulkUpdate(
            "link",
            KEY,
            List.of(Column.uuid("uid")),
            List.of(
                    Column.number("delivered_version"),
                    Column.number("fingerprint_high"),
                    Column.number("fingerprint_low"),
                    Column.flag("present")));

    private final HubDatabase database;
    // Each stream keeps a reader of the database to itself; the steps of the way need the others.
    private final Semaphore streams = new Semaphore(STREAMS, true);

    public CrosswalkTables(HubDatabase database) {
        this.database = database;
    }

    @Override
    public Map<String, Link> find(String system, String entity, Collection<String> keys) {
        return keys.isEmpty() ? Map.of() : database.read(tx -> find(tx, system, entity, keys));
    }

    /** Within a transaction, so that what it wrote is seen. */
    public Map<String, Link> find(Transaction tx, String system, String entity, Collection<String> keys)
            throws SQLException {
        Map<String, Link> found = new HashMap<>();
        KeySet wanted = tx.keysOfText(keys);
        tx.forEach(
                "select " + COLUMNS + " from link where system = ? and entity = ? and " + wanted.in("record_key"),
                row -> found.put(row.text(3), link(row)),
                system,
                entity,
                wanted);
        return found;
    }

    public Optional<Link> find(String system, String entity, String key) {
        return Optional.ofNullable(find(system, entity, List.of(key)).get(key));
    }

    @Override
    public Map<Uid, List<Link>> linksOf(Collection<Uid> uids) {
        return uids.isEmpty() ? Map.of() : database.read(tx -> linksOf(tx, uids));
    }

    /** Within a transaction, so that what it wrote is seen. */
    public Map<Uid, List<Link>> linksOf(Transaction tx, Collection<Uid> uids) throws SQLException {
        Map<Uid, List<Link>> found = new LinkedHashMap<>();
        List<UUID> wanted = new ArrayList<>(uids.size());
        uids.forEach(uid -> wanted.add(uid.value()));
        KeySet keys = tx.keysOfUuid(wanted);
        // in two halves, each by its own partial index
        for (int primary = 1; primary >= 0; primary--) {
            tx.forEach(
                    "select " + COLUMNS + " from link where primary_link = " + primary + " and " + keys.in("uid")
                            + " order by system, record_key",
                    row -> found.computeIfAbsent(new Uid(row.uuid(4)), uid -> new ArrayList<>())
                            .add(link(row)),
                    keys);
        }
        return found;
    }

    @Override
    public List<Link> primaries(String system, Collection<Uid> uids) {
        if (uids.isEmpty()) {
            return List.of();
        }
        List<UUID> wanted = new ArrayList<>(uids.size());
        uids.forEach(uid -> wanted.add(uid.value()));
        return database.read(tx -> {
            KeySet keys = tx.keysOfUuid(wanted);
            return tx.query(
                    "select " + COLUMNS + " from link where primary_link = 1 and system = ? and " + keys.in("uid"),
                    CrosswalkTables::link,
                    system,
                    keys);
        });
    }

    static Link link(Row row) throws SQLException {
        return new Link(
                row.text(1),
                row.text(2),
                row.text(3),
                new Uid(row.uuid(4)),
                row.flag(5),
                new Fingerprint(row.number(6), row.number(7)),
                row.number(8),
                row.flag(9));
    }

    /** One state of the database, as it was when it was asked for; at most two at a time, a third one waits. */
    @Override
    public Links inKeyOrder(String system, String entity) {
        return LinkStream.open(database, streams, system, entity);
    }

    /** How many links of a system and entity are present. */
    public long countPresent(String system, String entity) {
        return database.read(tx -> tx.first(
                        "select count(*) from link where system = ? and entity = ? and present = 1",
                        row -> row.number(1),
                        system,
                        entity)
                .orElse(0L));
    }

    /**
     * Stores the links of a batch that was read: its new ones, and of known ones what reading tells (primary, fingerprint,
     * present). What was delivered stays, see {@link #delivered}.
     *
     * @throws ConflictException when a changed link is gone or names another UID, or (at the latest at commit) when a new
     *     one's key or its place as the primary is taken: the batch goes back to identify
     */
    public void apply(Transaction tx, List<Link> created, List<Link> changed) throws SQLException {
        // First those that are no longer primary, so that there are never two of one thing.
        Map<Boolean, List<Link>> byPrimary = changed.stream().collect(Collectors.partitioningBy(Link::primary));
        update(tx, READ, byPrimary.get(false), link -> link.primary());
        create(tx, created);
        update(tx, READ, byPrimary.get(true), link -> link.primary());
    }

    private static void create(Transaction tx, List<Link> created) throws SQLException {
        if (!created.isEmpty()) {
            BulkWriter rows = tx.bulk("link", LINK);
            for (Link link : created) {
                Fingerprint fingerprint = link.fingerprint();
                rows.add(
                        link.system(),
                        link.entity(),
                        link.key(),
                        link.uid().value(),
                        link.primary(),
                        fingerprint.high(),
                        fingerprint.low(),
                        link.deliveredVersion(),
                        link.present());
            }
            rows.flush();
        }
    }

    /**
     * Keeps what a system was told and how it stored that.
     *
     * @throws ConflictException when a link is gone or names another UID
     */
    public void delivered(Transaction tx, List<Link> links) throws SQLException {
        update(tx, DELIVERED, links, link -> link.deliveredVersion());
    }

    /**
     * Lets keys name another UID.
     *
     * @param links as they shall be, with their new UID
     * @param former the UID that they name now
     * @throws ConflictException when one is gone or names another UID
     */
    public void move(Transaction tx, List<Link> links, Uid former) throws SQLException {
        // First those that are not primary, so that there are never two of one thing.
        for (boolean primary : new boolean[] {false, true}) {
            for (Link link : links) {
                if (link.primary() == primary) {
                    move(tx, link, former);
                }
            }
        }
    }

    /** What these keys say is news at the next sweep, even when nothing there changed. */
    public void forget(Transaction tx, List<Link> links) throws SQLException {
        tx.updateBatch(
                "update link set fingerprint_high = 0, fingerprint_low = 0"
                        + " where system = ? and entity = ? and record_key = ?",
                links.stream()
                        .map(link -> new Object[] {link.system(), link.entity(), link.key()})
                        .toList());
    }

    private static void move(Transaction tx, Link link, Uid former) throws SQLException {
        int moved = tx.update(
                "update link set uid = ?, primary_link = ?, fingerprint_high = ?, fingerprint_low = ?"
                        + " where system = ? and entity = ? and record_key = ? and uid = ?",
                link.uid().value(),
                link.primary() ? 1 : 0,
                link.fingerprint().high(),
                link.fingerprint().low(),
                link.system(),
                link.entity(),
                link.key(),
                former.value());
        if (moved == 0) {
            throw new ConflictException(
                    "链接 " + link.system() + "/" + link.key() + " 在此期间已改动。",
                    "The link " + link.system() + "/" + link.key() + " was changed meanwhile.",
                    null);
        }
    }

    private interface First {
        Object of(Link link);
    }

    private static void update(Transaction tx, BulkUpdate update, List<Link> links, First first) throws SQLException {
        if (links.isEmpty()) {
            return;
        }
        List<Object[]> rows = new ArrayList<>(links.size());
        for (Link link : links) {
            rows.add(new Object[] {
                link.system(),
                link.entity(),
                link.key(),
                link.uid().value(),
                first.of(link),
                link.fingerprint().high(),
                link.fingerprint().low(),
                link.present()
            });
        }
        int matched = tx.bulkUpdate(update, rows);
        if (matched != links.size()) {
            int stale = links.size() - matched;
            throw new ConflictException(
                    "有 " + stale + " 条链接在此期间被改动或已指向别的 UID；该批次回到识别步骤。",
                    stale + " links were changed meanwhile or name another UID now; the batch goes back to identify.",
                    null);
        }
    }
}
