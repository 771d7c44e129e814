package io.hefu.ledger;

import io.hefu.definition.Text;
import io.hefu.store.HubDatabase;
import io.hefu.store.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The runs: passes over an entity of a system. */
public final class Runs {
    private static final String COLUMNS =
            "select id, kind, system, entity, started, ended, outcome, detail_zh, detail_en from run";

    private final HubDatabase database;

    Runs(HubDatabase database) {
        this.database = database;
    }

    /** @return its number, for {@link #end} and for batches */
    public long begin(Run.Kind kind, Flow flow, Instant at) {
        return database.write(tx -> tx.insertReturningId(
                "insert into run (kind, system, entity, started) values (?, ?, ?, ?) returning id",
                kind.id(),
                flow.system(),
                flow.entity(),
                at));
    }

    /** @param detail why it paused or failed; {@link Text#NONE} when it is done */
    public void end(long run, Run.Outcome outcome, Text detail, Instant at) {
        database.write(tx -> tx.update(
                "update run set ended = ?, outcome = ?, detail_zh = ?, detail_en = ? where id = ? and ended is null",
                at,
                outcome.id(),
                detail.zh(),
                detail.en(),
                run));
    }

    public Optional<Run> find(long run) {
        return database.read(tx -> tx.first(COLUMNS + " where id = ?", Runs::run, run));
    }

    /** The newest first. */
    public List<Run> list(Filter filter) {
        return database.read(tx -> {
            Where where = new Where()
                    .and("system = ?", filter.system())
                    .and("entity = ?", filter.entity())
                    .and("outcome = ?", filter.outcome().map(Run.Outcome::id))
                    .and("id < ?", filter.before());
            return tx.query(COLUMNS + where.sql() + " order by id desc limit ?", Runs::run, where.args(filter.limit()));
        });
    }

    /** The last run of each entity of each system. */
    public List<Run> latest() {
        return database.read(tx -> tx.query(
                COLUMNS + " where id in (select max(id) from run group by system, entity) order by system, entity",
                Runs::run));
    }

    /** @param before only runs with a smaller number: the next page */
    public record Filter(
            Optional<String> system,
            Optional<String> entity,
            Optional<Run.Outcome> outcome,
            Optional<Long> before,
            int limit) {
        public static Filter all(int limit) {
            return new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), limit);
        }
    }

    private static Run run(Row row) throws SQLException {
        return new Run(
                row.number(1),
                Run.Kind.valueOf(row.text(2).toUpperCase(Locale.ROOT)),
                new Flow(row.text(3), row.text(4)),
                row.instant(5),
                row.optionalInstant(6),
                row.optionalText(7).map(id -> Run.Outcome.valueOf(id.toUpperCase(Locale.ROOT))),
                Text.of(row.optionalText(8).orElse(""), row.optionalText(9).orElse("")));
    }
}
