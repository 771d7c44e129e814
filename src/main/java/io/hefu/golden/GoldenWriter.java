package io.hefu.golden;

import io.hefu.dictionary.EntityType;
import io.hefu.dictionary.FieldType;
import io.hefu.dictionary.Record;
import io.hefu.dictionary.Uid;
import io.hefu.store.BulkUpdate;
import io.hefu.store.BulkWriter;
import io.hefu.store.Column;
import io.hefu.store.ConflictException;
import io.hefu.store.Dialect;
import io.hefu.store.KeySet;
import io.hefu.store.Transaction;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes golden records in bulk, and keeps the tables that are searched and listed in step. */
final class GoldenWriter {
    private static final List<Column> GOLDEN = List.of(
            Column.uuid("uid"),
            Column.text("entity"),
            Column.number("version"),
            Column.integer("dictionary_number"),
            Column.text("business_key"),
            Column.text("tax_number"),
            Column.text("match_name"),
            Column.flag("deleted"),
            Column.bytes("document"));
    private static final BulkUpdate CHANGE = new BulkUpdate(
            "golden",
            List.of(Column.uuid("uid")),
            List.of(new Column("version", Column.Type.LONG)),
            List.of(
                    Column.number("version"),
                    Column.integer("dictionary_number"),
                    Column.text("business_key"),
                    Column.text("tax_number"),
                    Column.text("match_name"),
                    Column.flag("deleted"),
                    Column.bytes("document")));
    private static final List<Column> LOOKUP =
            List.of(Column.text("entity"), Column.text("field"), Column.text("value"), Column.uuid("uid"));

    private final DocumentCodec codec;

    GoldenWriter(DocumentCodec codec) {
        this.codec = codec;
    }

    void created(Transaction tx, List<GoldenRecord> created, HoldReasons reasons) throws SQLException {
        if (created.isEmpty()) {
            return;
        }
        BulkWriter rows = tx.bulk("golden", GOLDEN);
        for (Keyed each : inOrderOfKeys(tx, created)) {
            GoldenRecord record = each.record();
            rows.add(
                    record.uid().value(),
                    record.entity().name(),
                    record.version(),
                    codec.dictionaryNumber(record.entity()),
                    each.businessKey(),
                    each.taxNumber(),
                    Identity.matchName(record.merged()),
                    record.deleted(),
                    codec.encode(record));
        }
        rows.flush();
        addLookups(tx, created);
        addHolds(tx, created, reasons);
    }

    /** A new record with the keys that no other may have. */
    private record Keyed(GoldenRecord record, Optional<String> businessKey, Optional<String> taxNumber) {
        static final Comparator<Keyed> ORDER = Comparator.comparing(
                        (Keyed each) -> each.taxNumber().orElse(""))
                .thenComparing(each -> each.businessKey().orElse(""));

        static Keyed of(GoldenRecord record) {
            Record merged = record.merged();
            return new Keyed(record, Identity.businessKey(merged), Identity.taxNumber(merged));
        }
    }

    /** Whoever waits for another's keys waits in the same order, so that two batches never wait for each other. */
    private static List<Keyed> inOrderOfKeys(Transaction tx, List<GoldenRecord> created) {
        List<Keyed> keyed = new ArrayList<>(created.size());
        created.forEach(record -> keyed.add(Keyed.of(record)));
        if (tx.dialect() == Dialect.POSTGRESQL) {
            keyed.sort(Keyed.ORDER);
        }
        return keyed;
    }

    /** The same for records that are there: all of them are locked in one order before the first is changed. */
    private static void lock(Transaction tx, List<Changed> changed) throws SQLException {
        if (tx.dialect() == Dialect.POSTGRESQL) {
            KeySet keys = GoldenTables.uuids(
                    tx, changed.stream().map(change -> change.after().uid()).toList());
            tx.query("select uid from golden where " + keys.in("uid") + " order by uid for update", row -> 1, keys);
        }
    }

    void changed(Transaction tx, List<Changed> changed, HoldReasons reasons) throws SQLException {
        if (changed.isEmpty()) {
            return;
        }
        lock(tx, changed);
        Map<Uid, Optional<String>> businessKeys =
                free(tx, changed, "business_key", Identity::businessKey, PossibleDuplicate.Reason.BUSINESS_KEY);
        Map<Uid, Optional<String>> taxNumbers =
                free(tx, changed, "tax_number", Identity::taxNumber, PossibleDuplicate.Reason.TAX_NUMBER);
        List<Object[]> rows = new ArrayList<>(changed.size());
        for (Changed change : changed) {
            GoldenRecord after = change.after();
            rows.add(new Object[] {
                after.uid().value(),
                change.before().version(),
                after.version(),
                codec.dictionaryNumber(after.entity()),
                businessKeys.get(after.uid()),
                taxNumbers.get(after.uid()),
                Identity.matchName(after.merged()),
                after.deleted(),
                codec.encode(after)
            });
        }
        requireAll(tx.bulkUpdate(CHANGE, rows), changed.size());
        renewLookups(tx, changed);
        renewHolds(tx, changed, reasons);
    }

    private static void requireAll(int matched, int wanted) {
        if (matched != wanted) {
            throw new ConflictException(
                    "有 " + (wanted - matched) + " 条黄金记录在此期间被别的批次改动；该批次回到识别步骤。",
                    (wanted - matched)
                            + " golden records were changed by another batch meanwhile; the batch goes back to"
                            + " identify.",
                    null);
        }
    }

    private interface KeyOf {
        Optional<String> of(Record record);
    }

    /** The keys that the records may have: one that another UID owns is left out, and the two are marked. */
    private Map<Uid, Optional<String>> free(
            Transaction tx, List<Changed> changed, String column, KeyOf keyOf, PossibleDuplicate.Reason reason)
            throws SQLException {
        Map<Uid, Optional<String>> keys = new LinkedHashMap<>();
        Map<EntityType, Set<String>> asked = new LinkedHashMap<>();
        for (Changed change : changed) {
            Optional<String> key = keyOf.of(change.after().merged());
            keys.put(change.after().uid(), key);
            key.ifPresent(value -> asked.computeIfAbsent(change.after().entity(), entity -> new LinkedHashSet<>())
                    .add(value));
        }
        Map<EntityType, Map<String, Uid>> owners = new LinkedHashMap<>();
        for (Map.Entry<EntityType, Set<String>> each : asked.entrySet()) {
            owners.put(each.getKey(), GoldenTables.owners(tx, column, each.getKey(), each.getValue()));
        }
        List<PossibleDuplicate> pairs = new ArrayList<>();
        for (Changed change : changed) {
            takeAway(change.after(), keys, owners.getOrDefault(change.after().entity(), Map.of()), reason, pairs);
        }
        mark(tx, pairs);
        return keys;
    }

    private static void takeAway(
            GoldenRecord record,
            Map<Uid, Optional<String>> keys,
            Map<String, Uid> owners,
            PossibleDuplicate.Reason reason,
            List<PossibleDuplicate> pairs) {
        String key = keys.get(record.uid()).orElse("");
        if (key.isEmpty()) {
            return;
        }
        // the first of one call that takes a free key has it for the others of this call
        Uid owner = owners.computeIfAbsent(key, free -> record.uid());
        if (!owner.equals(record.uid())) {
            keys.put(record.uid(), Optional.empty());
            pairs.add(new PossibleDuplicate(record.entity().name(), record.uid(), owner, reason, key, newest(record)));
        }
    }

    private static long newest(GoldenRecord record) {
        return GoldenDocument.of(record).words().stream()
                .mapToLong(Words::batch)
                .max()
                .orElse(0);
    }

    void mark(Transaction tx, Collection<PossibleDuplicate> pairs) throws SQLException {
        if (pairs.isEmpty()) {
            return;
        }
        List<Object[]> rows = new ArrayList<>();
        for (PossibleDuplicate each : pairs) {
            PossibleDuplicate pair = each.ordered();
            rows.add(new Object[] {
                pair.uid().value(),
                pair.other().value(),
                pair.entity(),
                pair.reason().id(),
                pair.shared(),
                pair.batch()
            });
        }
        tx.updateBatch(
                "insert into possible_duplicate (uid, other, entity, reason, shared, batch) values (?, ?, ?, ?, ?, ?)"
                        + " on conflict do nothing",
                rows);
    }

    private static void addLookups(Transaction tx, Iterable<GoldenRecord> records) throws SQLException {
        BulkWriter rows = tx.bulk("golden_lookup", LOOKUP);
        for (GoldenRecord record : records) {
            for (FieldType field : record.entity().lookup()) {
                Optional<String> value = lookup(record, field);
                if (value.isPresent()) {
                    rows.add(
                            record.entity().name(),
                            field.name(),
                            value.get(),
                            record.uid().value());
                }
            }
        }
        rows.flush();
    }

    private static Optional<String> lookup(GoldenRecord record, FieldType field) {
        return record.deleted()
                ? Optional.empty()
                : record.merged().find(field).map(Identity::lookupText).filter(value -> !value.isEmpty());
    }

    private static void renewLookups(Transaction tx, List<Changed> changed) throws SQLException {
        List<Object[]> former = new ArrayList<>();
        List<GoldenRecord> renewed = new ArrayList<>();
        for (Changed change : changed) {
            boolean differs = false;
            for (FieldType field : change.after().entity().lookup()) {
                differs |= !lookup(change.before(), field).equals(lookup(change.after(), field));
            }
            if (differs) {
                renewed.add(change.after());
                addFormer(change.before(), former);
            }
        }
        if (!former.isEmpty()) {
            tx.updateBatch(
                    "delete from golden_lookup where entity = ? and field = ? and value = ? and uid = ?", former);
        }
        addLookups(tx, renewed);
    }

    private static void addFormer(GoldenRecord record, List<Object[]> former) {
        for (FieldType field : record.entity().lookup()) {
            lookup(record, field)
                    .ifPresent(value -> former.add(new Object[] {
                        record.entity().name(),
                        field.name(),
                        value,
                        record.uid().value()
                    }));
        }
    }

    private static List<Object[]> uids(List<GoldenRecord> records) {
        return records.stream()
                .map(record -> new Object[] {record.uid().value()})
                .toList();
    }

    private static void renewHolds(Transaction tx, List<Changed> changed, HoldReasons reasons) throws SQLException {
        List<GoldenRecord> renewed = changed.stream()
                .filter(change -> !change.before().holds().equals(change.after().holds()))
                .map(Changed::after)
                .toList();
        if (!renewed.isEmpty()) {
            tx.updateBatch("delete from hold where uid = ?", uids(renewed));
            addHolds(tx, renewed, reasons);
        }
    }

    private static void addHolds(Transaction tx, List<GoldenRecord> records, HoldReasons reasons) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        for (GoldenRecord record : records) {
            for (Hold hold : record.holds()) {
                var reason = reasons.of(record, hold);
                rows.add(new Object[] {
                    record.uid().value(),
                    hold.field().name(),
                    record.entity().name(),
                    hold.rule(),
                    hold.provenance().system(),
                    hold.provenance().batch(),
                    reason.zh(),
                    reason.en()
                });
            }
        }
        if (!rows.isEmpty()) {
            tx.updateBatch(
                    "insert into hold (uid, field, entity, rule, system, batch, reason_zh, reason_en)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                    rows);
        }
    }
}
