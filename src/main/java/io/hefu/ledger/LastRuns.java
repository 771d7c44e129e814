package io.hefu.ledger;

import io.hefu.definition.Text;
import io.hefu.store.HubDatabase;
import io.hefu.store.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How the last reading of each flow went, those that found nothing new included: they leave no batch behind, and nobody
 * could tell them from readings that never took place.
 */
public final class LastRuns {
    /**
     * The last reading of a flow.
     *
     * @param detail why it paused or failed; otherwise {@link Text#NONE}
     * @param done when one last ended well, this one included; empty: never
     */
    public record LastRun(
            Flow flow, Instant started, Instant ended, Outcome outcome, Text detail, Optional<Instant> done) {}

    /** How a reading ended. */
    public enum Outcome {
        DONE,
        PAUSED,
        FAILED;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final HubDatabase database;

    LastRuns(HubDatabase database) {
        this.database = database;
    }

    /** Notes how a reading ended, in the place of the one before. */
    public void note(Flow flow, Instant started, Instant ended, Outcome outcome, Text detail) {
        Optional<Instant> done = outcome == Outcome.DONE ? Optional.of(ended) : Optional.empty();
        database.write(tx -> tx.update(
                "insert into last_run (system, entity, started, ended, outcome, detail_zh, detail_en, done)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (system, entity) do update set"
                        + " started = excluded.started, ended = excluded.ended, outcome = excluded.outcome,"
                        + " detail_zh = excluded.detail_zh, detail_en = excluded.detail_en,"
                        + " done = coalesce(excluded.done, last_run.done)",
                flow.system(),
                flow.entity(),
                started,
                ended,
                outcome.id(),
                detail.zh(),
                detail.en(),
                done));
    }

    /** Of every flow that was ever read. */
    public List<LastRun> all() {
        return database.read(tx -> tx.query(
                "select system, entity, started, ended, outcome, detail_zh, detail_en, done from last_run"
                        + " order by system, entity",
                LastRuns::lastRun));
    }

    private static LastRun lastRun(Row row) throws SQLException {
        return new LastRun(
                new Flow(row.text(1), row.text(2)),
                row.instant(3),
                row.instant(4),
                Outcome.valueOf(row.text(5).toUpperCase(Locale.ROOT)),
                row.text(6).isEmpty() && row.text(7).isEmpty() ? Text.NONE : Text.of(row.text(6), row.text(7)),
                row.optionalInstant(8));
    }
}
