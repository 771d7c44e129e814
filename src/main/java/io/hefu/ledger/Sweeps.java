package io.hefu.ledger;

import io.hefu.store.HubDatabase;
import io.hefu.store.Row;
import io.hefu.store.Transaction;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The passes over everything that a system has of an entity; only a completed one deletes. */
public final class Sweeps {
    private static final String COLUMNS =
            "select id, system, entity, started, completed, rows_seen, deleted from sweep";

    /**
     * @param completed empty: under way, or broken off
     * @param deleted links that it found gone
     */
    public record Sweep(long id, Flow flow, Instant started, Optional<Instant> completed, long rowsSeen, long deleted) {
        /**
         * How old is what it knows: a change that was committed in the source before this long ago is in the hub.
         *
         * @param now by the hub's clock
         */
        public Duration age(Instant now) {
            return Duration.between(started, now);
        }
    }

    private final HubDatabase database;

    Sweeps(HubDatabase database) {
        this.database = database;
    }

    public long begin(Flow flow, Instant at) {
        return database.write(tx -> tx.insertReturningId(
                "insert into sweep (system, entity, started, rows_seen, deleted) values (?, ?, ?, 0, 0) returning id",
                flow.system(),
                flow.entity(),
                at));
    }

    /** With the last batch of the sweep, the one that holds its deletions. */
    public void complete(Transaction tx, long sweep, Instant at, long rowsSeen, long deleted) throws SQLException {
        tx.update(
                "update sweep set completed = ?, rows_seen = ?, deleted = ? where id = ? and completed is null",
                at,
                rowsSeen,
                deleted,
                sweep);
    }

    /** Empty: everything that a timestamp missed is missing still. */
    public Optional<Sweep> lastComplete(Flow flow) {
        return database.read(tx -> tx.first(
                COLUMNS + " where system = ? and entity = ? and completed is not null order by id desc limit 1",
                Sweeps::sweep,
                flow.system(),
                flow.entity()));
    }

    /** The last complete sweep of each flow that has one. */
    public List<Sweep> lastComplete() {
        return database.read(tx -> tx.query(
                COLUMNS + " where id in (select max(id) from sweep where completed is not null group by system, entity)"
                        + " order by system, entity",
                Sweeps::sweep));
    }

    private static Sweep sweep(Row row) throws SQLException {
        return new Sweep(
                row.number(1),
                new Flow(row.text(2), row.text(3)),
                row.instant(4),
                row.optionalInstant(5),
                row.number(6),
                row.number(7));
    }
}
