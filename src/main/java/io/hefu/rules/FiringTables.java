package io.hefu.rules;

import io.hefu.definition.Text;
import io.hefu.dictionary.Uid;
import io.hefu.store.HubDatabase;
import io.hefu.store.Row;
import io.hefu.store.Transaction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Which rule last spoke of which record, and what it said. */
public final class FiringTables {
    private static final String COLUMNS = "uid, rule, entity, mode, effect, sentence_zh, sentence_en, batch, at";

    /**
     * A rule that spoke.
     *
     * @param effect as rule files write it: hold, warn or remind
     */
    public record Spoken(
            Uid uid, String rule, String entity, Mode mode, String effect, Text sentence, long batch, Instant at) {}

    private final HubDatabase database;

    public FiringTables(HubDatabase database) {
        this.database = database;
    }

    /** What the same rule said of the same record before is replaced. */
    public void enter(Transaction tx, Collection<Spoken> spoken) throws SQLException {
        if (spoken.isEmpty()) {
            return;
        }
        tx.updateBatch(
                "insert into rule_firing (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " on conflict (uid, rule) do update set mode = excluded.mode, effect = excluded.effect,"
                        + " sentence_zh = excluded.sentence_zh, sentence_en = excluded.sentence_en,"
                        + " batch = excluded.batch, at = excluded.at",
                spoken.stream().map(FiringTables::row).toList());
    }

    public List<Spoken> of(Uid uid) {
        return database.read(tx -> tx.query(
                "select " + COLUMNS + " from rule_firing where uid = ? order by at desc, rule",
                FiringTables::read,
                uid.value()));
    }

    /** Those of one effect, newest first. */
    public List<Spoken> latest(String effect, int limit) {
        return database.read(tx -> tx.query(
                "select " + COLUMNS + " from rule_firing where effect = ? order by at desc, uid, rule limit " + limit,
                FiringTables::read,
                effect));
    }

    private static Object[] row(Spoken spoken) {
        return new Object[] {
            spoken.uid().value(),
            spoken.rule(),
            spoken.entity(),
            spoken.mode().name().toLowerCase(Locale.ROOT),
            spoken.effect(),
            spoken.sentence().zh(),
            spoken.sentence().en(),
            spoken.batch(),
            spoken.at()
        };
    }

    private static Spoken read(Row row) throws SQLException {
        return new Spoken(
                new Uid(row.uuid(1)),
                row.text(2),
                row.text(3),
                Mode.of(row.text(4)),
                row.text(5),
                new Text(row.text(6), row.text(7)),
                row.number(8),
                row.instant(9));
    }
}
