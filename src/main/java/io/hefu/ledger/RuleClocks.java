package io.hefu.ledger;

import io.hefu.dictionary.Uid;
import io.hefu.store.HubDatabase;
import io.hefu.store.KeySet;
import io.hefu.store.Row;
import io.hefu.store.Transaction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** When rules must look at records although nothing changed. A rule has at most one time for a record. */
public final class RuleClocks {
    /** @param rule its id */
    public record RuleClock(Uid uid, String rule, String entity, Instant due) {}

    private final HubDatabase database;

    RuleClocks(HubDatabase database) {
        this.database = database;
    }

    /** A later call for the same record and rule replaces the time. */
    public void set(Transaction tx, Collection<RuleClock> clocks) throws SQLException {
        List<Object[]> rows = new ArrayList<>(clocks.size());
        for (RuleClock clock : clocks) {
            rows.add(new Object[] {clock.uid().value(), clock.rule(), clock.entity(), clock.due()});
        }
        if (!rows.isEmpty()) {
            tx.updateBatch(
                    "insert into rule_clock (uid, rule, entity, due) values (?, ?, ?, ?)"
                            + " on conflict (uid, rule) do update set due = excluded.due",
                    rows);
        }
    }

    /** Unless it was set anew meanwhile: only with the time that was acted on. */
    public void clear(Transaction tx, Collection<RuleClock> clocks) throws SQLException {
        List<Object[]> rows = new ArrayList<>(clocks.size());
        for (RuleClock clock : clocks) {
            rows.add(new Object[] {clock.uid().value(), clock.rule(), clock.due()});
        }
        if (!rows.isEmpty()) {
            tx.updateBatch("delete from rule_clock where uid = ? and rule = ? and due = ?", rows);
        }
    }

    /** A clock that shall not ring any more. */
    public record Stopped(Uid uid, String rule) {}

    /** Whatever time they have; for records to which the rules no longer apply. */
    public void stop(Transaction tx, Collection<Stopped> clocks) throws SQLException {
        List<Object[]> rows = new ArrayList<>(clocks.size());
        for (Stopped clock : clocks) {
            rows.add(new Object[] {clock.uid().value(), clock.rule()});
        }
        if (!rows.isEmpty()) {
            tx.updateBatch("delete from rule_clock where uid = ? and rule = ?", rows);
        }
    }

    /** A record that is no more has no clocks. */
    public void forget(Transaction tx, Uid uid) throws SQLException {
        tx.update("delete from rule_clock where uid = ?", uid.value());
    }

    /** Those of these records that are due at the moment or before. */
    public List<RuleClock> dueUntil(Instant moment, Collection<Uid> uids) {
        return uids.isEmpty()
                ? List.of()
                : database.read(tx -> {
                    KeySet wanted = tx.keysOfUuid(uids.stream().map(Uid::value).toList());
                    return tx.query(
                            "select uid, rule, entity, due from rule_clock where due <= ? and " + wanted.in("uid")
                                    + " order by due, uid, rule",
                            RuleClocks::read,
                            moment,
                            wanted);
                });
    }

    /** Those that are due at the moment or before, the longest due first. */
    public List<RuleClock> dueUntil(Instant moment, int limit) {
        return database.read(tx -> tx.query(
                "select uid, rule, entity, due from rule_clock where due <= ? order by due, uid, rule limit ?",
                RuleClocks::read,
                moment,
                limit));
    }

    private static RuleClock read(Row row) throws SQLException {
        return new RuleClock(new Uid(row.uuid(1)), row.text(2), row.text(3), row.instant(4));
    }
}
