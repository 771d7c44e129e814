package io.hefu.rules;

import io.hefu.definition.Text;
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
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Which rule last spoke of which record, what it said, and whether that still holds. */
public final class FiringTables {
    private static final String COLUMNS =
            "uid, rule, entity, mode, effect, sentence_zh, sentence_en, batch, at, faulty";

    /** What is applied is a matter of its own; a warning is applied by being shown. */
    private static final String NOT_APPLIED = "(mode <> 'enforce' or effect = 'warn')";

    /**
     * A rule that spoke.
     *
     * @param effect as rule files write it: hold, warn or remind
     * @param faulty whether it could not be judged, so that people are told in every mode
     */
    public record Spoken(
            Uid uid,
            String rule,
            String entity,
            Mode mode,
            String effect,
            Text sentence,
            long batch,
            Instant at,
            boolean faulty) {}

    /** On how many records a rule fires now without being applied. */
    public record Count(String rule, String entity, String effect, long records) {}

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
                "insert into rule_firing (" + COLUMNS + ", fires) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)"
                        + " on conflict (uid, rule) do update set mode = excluded.mode, effect = excluded.effect,"
                        + " sentence_zh = excluded.sentence_zh, sentence_en = excluded.sentence_en,"
                        + " batch = excluded.batch, at = excluded.at, faulty = excluded.faulty, fires = 1",
                spoken.stream().map(FiringTables::row).toList());
    }

    /** Notes that rules no longer fire on records of which they spoke; what they said stays known. */
    public void silence(Transaction tx, Map<Uid, Set<String>> silent) throws SQLException {
        if (silent.isEmpty()) {
            return;
        }
        List<UUID> uids = silent.keySet().stream().map(Uid::value).toList();
        KeySet keys = tx.keysOfUuid(uids);
        List<Object[]> over = new ArrayList<>();
        tx.forEach(
                "select uid, rule from rule_firing where fires = 1 and " + keys.in("uid"),
                row -> {
                    if (silent.get(new Uid(row.uuid(1))).contains(row.text(2))) {
                        over.add(new Object[] {row.uuid(1), row.text(2)});
                    }
                },
                keys);
        tx.updateBatch("update rule_firing set fires = 0 where uid = ? and rule = ?", over);
    }

    /** Also what no longer holds. */
    public List<Spoken> of(Uid uid) {
        return database.read(tx -> tx.query(
                "select " + COLUMNS + " from rule_firing where uid = ? order by at desc, rule",
                FiringTables::read,
                uid.value()));
    }

    /** What holds and is not applied, of these rules and of those that could not be judged; newest first. */
    public List<Spoken> latest(Collection<String> rules, int limit) {
        return database.read(tx -> {
            KeySet keys = tx.keysOfText(rules);
            return tx.query(
                    "select " + COLUMNS + " from rule_firing where fires = 1 and " + NOT_APPLIED
                            + " and (faulty = 1 or " + keys.in("rule") + ") order by at desc, uid, rule limit " + limit,
                    FiringTables::read,
                    keys);
        });
    }

    /** Of one record, as {@link #latest}. */
    public List<Spoken> latestOf(Uid uid, Collection<String> rules) {
        return database.read(tx -> {
            KeySet keys = tx.keysOfText(rules);
            return tx.query(
                    "select " + COLUMNS + " from rule_firing where fires = 1 and " + NOT_APPLIED
                            + " and (faulty = 1 or " + keys.in("rule") + ") and uid = ? order by at desc, rule",
                    FiringTables::read,
                    keys,
                    uid.value());
        });
    }

    /** The back-test of what is not applied: how many records each rule would concern. */
    public List<Count> counts() {
        return database.read(tx -> tx.query(
                "select rule, entity, effect, count(*) from rule_firing where fires = 1 and " + NOT_APPLIED
                        + " group by rule, entity, effect order by rule, entity, effect",
                row -> new Count(row.text(1), row.text(2), row.text(3), row.number(4))));
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
            spoken.at(),
            spoken.faulty()
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
                row.instant(9),
                row.flag(10));
    }
}
