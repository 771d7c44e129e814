package io.hefu.golden;

import io.hefu.dictionary.EntityType;
import io.hefu.dictionary.Record;
import io.hefu.dictionary.Uid;
import io.hefu.store.ConflictException;
import io.hefu.store.KeySet;
import io.hefu.store.Transaction;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the tables of golden records go through when one record absorbs another, and when it gives it back. */
final class Absorption {
    static final String BUSINESS_KEY = "business_key";
    static final String TAX_NUMBER = "tax_number";

    private Absorption() {}

    /**
     * Takes the absorbed record out of what is stored, searched and listed; what it was known by now names the survivor.
     *
     * @throws ConflictException when it was changed meanwhile
     */
    static void absorb(Transaction tx, GoldenRecord absorbed, Uid survivor) throws SQLException {
        Object uid = absorbed.uid().value();
        if (tx.update("delete from golden where uid = ? and version = ?", uid, absorbed.version()) == 0) {
            throw new ConflictException(
                    "黄金记录 " + absorbed.uid() + " 在此期间被改动。",
                    "The golden record " + absorbed.uid() + " was changed meanwhile.",
                    null);
        }
        tx.update("delete from golden_lookup where uid = ?", uid);
        tx.update("delete from hold where uid = ?", uid);
        tx.update("update former_identity set uid = ? where uid = ?", survivor.value(), uid);
        Record merged = absorbed.merged();
        remember(tx, absorbed.entity(), BUSINESS_KEY, Identity.businessKey(merged), survivor);
        remember(tx, absorbed.entity(), TAX_NUMBER, Identity.taxNumber(merged), survivor);
        PossibleDuplicates.absorb(tx, absorbed.uid(), survivor);
    }

    private static void remember(Transaction tx, EntityType entity, String kind, Optional<String> value, Uid survivor)
            throws SQLException {
        if (value.isPresent()) {
            tx.update(
                    "insert into former_identity (entity, kind, value, uid) values (?, ?, ?, ?)"
                            + " on conflict (entity, kind, value) do update set uid = excluded.uid",
                    entity.name(),
                    kind,
                    value.get(),
                    survivor.value());
        }
    }

    /**
     * Before the absorbed one comes back: the survivor lets go of the keys that both could claim, and gets its own anew.
     *
     * @param absorbed as it was
     * @param its what the absorbed one had absorbed itself
     */
    static void giveBack(Transaction tx, GoldenRecord survivor, GoldenRecord absorbed, List<GoldenRecord> its)
            throws SQLException {
        tx.update(
                "update golden set business_key = null, tax_number = null where uid = ?",
                survivor.uid().value());
        forget(tx, absorbed, BUSINESS_KEY, Identity.businessKey(absorbed.merged()));
        forget(tx, absorbed, TAX_NUMBER, Identity.taxNumber(absorbed.merged()));
        for (GoldenRecord each : its) {
            remember(tx, each.entity(), BUSINESS_KEY, Identity.businessKey(each.merged()), absorbed.uid());
            remember(tx, each.entity(), TAX_NUMBER, Identity.taxNumber(each.merged()), absorbed.uid());
        }
    }

    private static void forget(Transaction tx, GoldenRecord record, String kind, Optional<String> value)
            throws SQLException {
        if (value.isPresent()) {
            tx.update(
                    "delete from former_identity where entity = ? and kind = ? and value = ?",
                    record.entity().name(),
                    kind,
                    value.get());
        }
    }

    /** Adds the survivors of those values that no record bears itself. */
    static void addFormer(
            Transaction tx, String kind, EntityType entity, Collection<String> values, Map<String, Uid> found)
            throws SQLException {
        List<String> missing =
                values.stream().filter(value -> !found.containsKey(value)).toList();
        if (missing.isEmpty()) {
            return;
        }
        KeySet keys = tx.keysOfText(missing);
        tx.forEach(
                "select value, uid from former_identity where entity = ? and kind = ? and " + keys.in("value"),
                row -> found.put(row.text(1), new Uid(row.uuid(2))),
                entity.name(),
                kind,
                keys);
    }
}
