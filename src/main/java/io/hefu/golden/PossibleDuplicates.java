package io.hefu.golden;

import io.hefu.definition.Text;
import io.hefu.dictionary.Uid;
import io.hefu.store.HubDatabase;
import io.hefu.store.Row;
import io.hefu.store.Transaction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Pairs that may be one thing, until a person decides. Decisions outlive whatever finds the pairs. */
public final class PossibleDuplicates {
    private static final String COLUMNS =
            "id, entity, uid, other, reason, shared, told_zh, told_en, batch, state, assignee, decided_by, why, decided_at";

    private final HubDatabase database;

    public PossibleDuplicates(HubDatabase database) {
        this.database = database;
    }

    /** Where a pair stands. */
    public enum State {
        OPEN,
        /** Not asked of again while the evidence is the same. */
        REJECTED,
        /** Never asked of again. */
        DIFFERENT;

        String written() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A pair in the queue.
     *
     * @param assignee who is to decide; empty: anyone
     * @param decidedBy who rejected it; empty while it is open
     */
    public record Pair(
            long id,
            PossibleDuplicate of,
            State state,
            Optional<String> assignee,
            Optional<String> decidedBy,
            String why,
            Optional<Instant> decidedAt) {}

    /** Who decided what of a pair. */
    public record Decided(State state, String by, String why, Instant at) {}

    /**
     * Keeps pairs to be looked at. A pair that is known keeps its number; its evidence is renewed, and one that was
     * rejected on other evidence is open again.
     */
    public static void mark(Transaction tx, Collection<PossibleDuplicate> pairs) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        for (PossibleDuplicate each : pairs) {
            PossibleDuplicate pair = each.ordered();
            rows.add(new Object[] {
                pair.uid().value(),
                pair.other().value(),
                pair.entity(),
                pair.reason().id(),
                pair.shared(),
                pair.told().zh(),
                pair.told().en(),
                pair.batch()
            });
        }
        if (!rows.isEmpty()) {
            tx.updateBatch(
                    "insert into duplicate_pair (uid, other, entity, reason, shared, told_zh, told_en, batch, state,"
                            + " assignee, decided_by, why) values (?, ?, ?, ?, ?, ?, ?, ?, 'open', '', '', '')"
                            + " on conflict (uid, other) do update set reason = excluded.reason,"
                            + " shared = excluded.shared, told_zh = excluded.told_zh, told_en = excluded.told_en,"
                            + " batch = excluded.batch,"
                            + " state = case when duplicate_pair.shared = excluded.shared then duplicate_pair.state"
                            + " else 'open' end"
                            + " where duplicate_pair.state <> 'different'",
                    rows);
        }
    }

    /** Writes down that a person does not take the two for one; a pair that nothing found so far is kept as well. */
    public void decide(Transaction tx, PossibleDuplicate pair, Decided decided) throws SQLException {
        PossibleDuplicate ordered = pair.ordered();
        mark(tx, List.of(ordered));
        tx.update(
                "update duplicate_pair set state = ?, decided_by = ?, why = ?, decided_at = ? where uid = ? and other = ?",
                decided.state().written(),
                decided.by(),
                decided.why(),
                decided.at(),
                ordered.uid().value(),
                ordered.other().value());
    }

    /** @param to empty: anyone */
    public void assign(Transaction tx, long id, String to) throws SQLException {
        tx.update("update duplicate_pair set assignee = ? where id = ?", to, id);
    }

    /** What may be the absorbed one may be the survivor; the pair of the two is settled. */
    static void absorb(Transaction tx, Uid absorbed, Uid survivor) throws SQLException {
        List<Pair> pairs = of(tx, absorbed);
        // What a person said of the absorbed one stands again when it comes back.
        tx.update(
                "delete from duplicate_pair where (uid = ? or other = ?) and state <> 'different'",
                absorbed.value(),
                absorbed.value());
        for (Pair pair : pairs) {
            Uid other = pair.of().uid().equals(absorbed)
                    ? pair.of().other()
                    : pair.of().uid();
            if (!other.equals(survivor)) {
                inherit(tx, pair, survivor, other);
            }
        }
    }

    private static void inherit(Transaction tx, Pair pair, Uid survivor, Uid other) throws SQLException {
        PossibleDuplicate moved = new PossibleDuplicate(
                        pair.of().entity(),
                        survivor,
                        other,
                        pair.of().reason(),
                        pair.of().shared(),
                        pair.of().told(),
                        pair.of().batch())
                .ordered();
        tx.update(
                "insert into duplicate_pair (uid, other, entity, reason, shared, told_zh, told_en, batch, state, assignee,"
                        + " decided_by, why, decided_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " on conflict (uid, other) do update set state = excluded.state,"
                        + " decided_by = excluded.decided_by, why = excluded.why, decided_at = excluded.decided_at"
                        + " where excluded.state = 'different'",
                moved.uid().value(),
                moved.other().value(),
                moved.entity(),
                moved.reason().id(),
                moved.shared(),
                moved.told().zh(),
                moved.told().en(),
                moved.batch(),
                pair.state().written(),
                pair.assignee().orElse(""),
                pair.decidedBy().orElse(""),
                pair.why(),
                pair.decidedAt());
    }

    /** Scored pairs that were found no more: what was compared is another. */
    public void settle(Transaction tx, String entity, long before) throws SQLException {
        tx.update(
                "delete from duplicate_pair where entity = ? and reason = 'scored' and state = 'open' and batch < ?",
                entity,
                before);
    }

    /** Pairs that something excludes need no person any more. */
    public void withdraw(Transaction tx, Collection<PossibleDuplicate> excluded) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        for (PossibleDuplicate each : excluded) {
            PossibleDuplicate pair = each.ordered();
            rows.add(new Object[] {pair.uid().value(), pair.other().value()});
        }
        tx.updateBatch("delete from duplicate_pair where uid = ? and other = ? and state = 'open'", rows);
    }

    /** Open ones in the order in which they were found. */
    public List<Pair> open(Optional<String> entity, int limit) {
        return database.read(tx -> tx.query(
                "select " + COLUMNS + " from duplicate_pair where state = 'open'"
                        + (entity.isPresent() ? " and entity = ?" : "") + " order by id limit " + limit,
                PossibleDuplicates::read,
                entity.map(name -> new Object[] {name}).orElse(new Object[0])));
    }

    /** Every pair of an entity on which a person decided: what matching must respect. */
    public List<Pair> decided(String entity) {
        return database.read(tx -> tx.query(
                "select " + COLUMNS + " from duplicate_pair where state <> 'open' and entity = ? order by id",
                PossibleDuplicates::read,
                entity));
    }

    public Optional<Pair> find(long id) {
        return database.read(tx ->
                tx.first("select " + COLUMNS + " from duplicate_pair where id = ?", PossibleDuplicates::read, id));
    }

    /** What may be the same thing as this one, with what was decided of it. */
    public List<Pair> of(Uid uid) {
        return database.read(tx -> of(tx, uid));
    }

    private static List<Pair> of(Transaction tx, Uid uid) throws SQLException {
        return tx.query(
                "select " + COLUMNS + " from duplicate_pair where uid = ? or other = ? order by id",
                PossibleDuplicates::read,
                uid.value(),
                uid.value());
    }

    private static Pair read(Row row) throws SQLException {
        PossibleDuplicate of = new PossibleDuplicate(
                row.text(2),
                new Uid(row.uuid(3)),
                new Uid(row.uuid(4)),
                PossibleDuplicate.Reason.of(row.text(5)),
                row.text(6),
                Text.of(row.text(7), row.text(8)),
                row.number(9));
        return new Pair(
                row.number(1),
                of,
                State.valueOf(row.text(10).toUpperCase(Locale.ROOT)),
                Optional.of(row.text(11)).filter(name -> !name.isEmpty()),
                Optional.of(row.text(12)).filter(name -> !name.isEmpty()),
                row.text(13),
                row.optionalInstant(14));
    }
}
