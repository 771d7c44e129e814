package io.hefu.ledger;

import io.hefu.definition.Text;
import io.hefu.store.HubDatabase;
import io.hefu.store.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The flows that stand still until somebody looks; all others go on. */
public final class Pauses {
    private static final String COLUMNS =
            "select system, entity, since, reason_zh, reason_en, attempt_zh, attempt_en, acceptable from paused";

    /**
     * @param attempt what to try
     * @param acceptable whether the flow goes on once a person accepts the source as it looks now; else only the mapping or
     *     the source can be mended
     */
    public record Pause(Flow flow, Instant since, Text reason, Text attempt, boolean acceptable) {}

    private final HubDatabase database;

    Pauses(HubDatabase database) {
        this.database = database;
    }

    /** A flow that is paused already keeps the time since when, and takes the new reason. */
    public void pause(Pause pause) {
        database.write(tx -> tx.update(
                "insert into paused (system, entity, since, reason_zh, reason_en, attempt_zh, attempt_en,"
                        + " acceptable)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (system, entity) do update set"
                        + " reason_zh = excluded.reason_zh, reason_en = excluded.reason_en,"
                        + " attempt_zh = excluded.attempt_zh, attempt_en = excluded.attempt_en,"
                        + " acceptable = excluded.acceptable",
                pause.flow().system(),
                pause.flow().entity(),
                pause.since(),
                pause.reason().zh(),
                pause.reason().en(),
                pause.attempt().zh(),
                pause.attempt().en(),
                pause.acceptable()));
    }

    /** @return whether it was paused */
    public boolean resume(Flow flow) {
        return database.write(tx ->
                        tx.update("delete from paused where system = ? and entity = ?", flow.system(), flow.entity()))
                > 0;
    }

    public Optional<Pause> find(Flow flow) {
        return database.read(tx ->
                tx.first(COLUMNS + " where system = ? and entity = ?", Pauses::row, flow.system(), flow.entity()));
    }

    /** The longest first. */
    public List<Pause> all() {
        return database.read(tx -> tx.query(COLUMNS + " order by since, system, entity", Pauses::row));
    }

    private static Pause row(Row row) throws SQLException {
        return new Pause(
                new Flow(row.text(1), row.text(2)),
                row.instant(3),
                Text.of(row.text(4), row.text(5)),
                Text.of(row.text(6), row.text(7)),
                row.flag(8));
    }
}
