package io.hefu.crosswalk;

import io.hefu.dictionary.Uid;
import io.hefu.store.HubDatabase;
import io.hefu.store.KeySet;
import io.hefu.store.Row;
import io.hefu.store.Transaction;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The history of which UIDs were made one, with all that is needed to undo it. */
public final class Merges {
    private static final String COLUMNS =
            "id, entity, survivor, absorbed, batch, decided_by, why, at, undone_by, undone_why, undone_at";

    private final HubDatabase database;

    public Merges(HubDatabase database) {
        this.database = database;
    }

    /** A golden record as it was, in the bytes in which golden records are stored. */
    public record Kept(long version, byte[] document) {}

    /** Both records as they were before they were made one. */
    public record Before(Kept survivor, Kept absorbed) {}

    /**
     * @param links that the absorbed one had
     * @param references the systems whose words referred to the absorbed one, by the UID of what referred
     * @return the number of the merge
     */
    public long enter(Transaction tx, Merge merge, Before before, List<Link> links, Map<Uid, Set<String>> references)
            throws SQLException {
        long id = tx.insertReturningId(
                "insert into record_merge (entity, survivor, absorbed, survivor_version, survivor_document,"
                        + " absorbed_version, absorbed_document, batch, decided_by, why, at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id",
                merge.entity(),
                merge.survivor().value(),
                merge.absorbed().value(),
                before.survivor().version(),
                before.survivor().document(),
                before.absorbed().version(),
                before.absorbed().document(),
                merge.batch(),
                merge.decided().by(),
                merge.decided().why(),
                merge.decided().at());
        List<Object[]> moved = new ArrayList<>();
        links.forEach(
                link -> moved.add(new Object[] {id, link.system(), link.entity(), link.key(), link.primary() ? 1 : 0}));
        tx.updateBatch(
                "insert into merged_link (merge, system, entity, record_key, primary_link) values (?, ?, ?, ?, ?)",
                moved);
        List<Object[]> pointed = new ArrayList<>();
        references.forEach((uid, systems) ->
                systems.forEach(system -> pointed.add(new Object[] {id, uid.value(), system})));
        tx.updateBatch("insert into merged_reference (merge, uid, system) values (?, ?, ?)", pointed);
        return id;
    }

    /** @return false when it was undone meanwhile */
    public boolean undo(Transaction tx, long id, Merge.Decided decided) throws SQLException {
        return tx.update(
                        "update record_merge set undone_by = ?, undone_why = ?, undone_at = ?"
                                + " where id = ? and undone_at is null",
                        decided.by(),
                        decided.why(),
                        decided.at(),
                        id)
                > 0;
    }

    public Optional<Merge> find(long id) {
        return database.read(tx -> tx.first("select " + COLUMNS + " from record_merge where id = ?", Merges::read, id));
    }

    /** All that a UID survived or was absorbed in, the oldest first. */
    public List<Merge> of(Uid uid) {
        return database.read(tx -> tx.query(
                "select " + COLUMNS + " from record_merge where survivor = ? or absorbed = ? order by id",
                Merges::read,
                uid.value(),
                uid.value()));
    }

    /** The newest first. */
    public List<Merge> latest(int limit) {
        return database.read(tx ->
                tx.query("select " + COLUMNS + " from record_merge order by id desc limit " + limit, Merges::read));
    }

    /** The UID that goes on for one that was absorbed; empty for one that was not. */
    public Optional<Uid> survivorOf(Uid absorbed) {
        Optional<Uid> next = Optional.of(absorbed);
        Optional<Uid> last = Optional.empty();
        while (next.isPresent()) {
            Uid asked = next.get();
            next = database.read(tx -> tx.first(
                    "select survivor from record_merge where absorbed = ? and undone_at is null",
                    row -> new Uid(row.uuid(1)),
                    asked.value()));
            last = next.isPresent() ? next : last;
        }
        return last;
    }

    /** Whether any merge holds, at the cost of one look. */
    public static boolean any(Transaction tx) throws SQLException {
        return tx.first("select id from record_merge where undone_at is null limit 1", row -> row.number(1))
                .isPresent();
    }

    /** Which of these were absorbed by another. */
    public static Set<Uid> absorbed(Transaction tx, Collection<Uid> uids) throws SQLException {
        if (uids.isEmpty() || !any(tx)) {
            return Set.of();
        }
        KeySet keys = tx.keysOfUuid(uids.stream().map(Uid::value).toList());
        return Set.copyOf(tx.query(
                "select distinct absorbed from record_merge where undone_at is null and " + keys.in("absorbed"),
                row -> new Uid(row.uuid(1)),
                keys));
    }

    /** References that were found only after the merge was committed. */
    public void addReferences(Transaction tx, long id, Map<Uid, Set<String>> references) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        references.forEach((uid, systems) ->
                systems.forEach(system -> rows.add(new Object[] {id, uid.value(), system})));
        tx.updateBatch(
                "insert into merged_reference (merge, uid, system) values (?, ?, ?) on conflict do nothing", rows);
    }

    public Before before(long id) {
        return database.read(tx -> tx.first(
                        "select survivor_version, survivor_document, absorbed_version, absorbed_document"
                                + " from record_merge where id = ?",
                        row -> new Before(new Kept(row.number(1), row.bytes(2)), new Kept(row.number(3), row.bytes(4))),
                        id))
                .orElseThrow();
    }

    /**
     * A key that the absorbed one had.
     *
     * @param primary whether it was the one that is written to
     */
    public record Key(String system, String entity, String key, boolean primary) {}

    public List<Key> keys(long id) {
        return database.read(tx -> tx.query(
                "select system, entity, record_key, primary_link from merged_link where merge = ?"
                        + " order by system, entity, record_key",
                row -> new Key(row.text(1), row.text(2), row.text(3), row.flag(4)),
                id));
    }

    public Map<Uid, Set<String>> references(long id) {
        return database.read(tx -> {
            Map<Uid, Set<String>> references = new LinkedHashMap<>();
            tx.forEach(
                    "select uid, system from merged_reference where merge = ? order by uid, system",
                    row -> references
                            .computeIfAbsent(new Uid(row.uuid(1)), uid -> new TreeSet<>())
                            .add(row.text(2)),
                    id);
            return references;
        });
    }

    private static Merge read(Row row) throws SQLException {
        return new Merge(
                row.number(1),
                row.text(2),
                new Uid(row.uuid(3)),
                new Uid(row.uuid(4)),
                row.number(5),
                new Merge.Decided(row.text(6), row.text(7), row.instant(8)),
                row.optionalText(9).isPresent()
                        ? Optional.of(new Merge.Decided(row.text(9), row.text(10), row.instant(11)))
                        : Optional.empty());
    }
}
