package io.hefu.golden;

import io.hefu.dictionary.Dictionary;
import io.hefu.dictionary.EntityType;
import io.hefu.dictionary.FieldType;
import io.hefu.dictionary.Uid;
import io.hefu.store.HubDatabase;
import io.hefu.store.KeySet;
import io.hefu.store.Row;
import io.hefu.store.Transaction;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** The golden records in the hub's database, read under one dictionary. */
public final class GoldenTables implements GoldenRecords {
    private static final String COLUMNS = "uid, entity, version, document";

    private final HubDatabase database;
    private final DocumentCodec codec;
    private final GoldenWriter writer;

    private GoldenTables(HubDatabase database, DocumentCodec codec) {
        this.database = database;
        this.codec = codec;
        this.writer = new GoldenWriter(codec);
    }

    /** Gives the dictionary's entities their numbers; cheap, once for every snapshot. */
    public static GoldenTables open(HubDatabase database, Dictionary dictionary, Conversion conversion) {
        DictionaryVersions versions = new DictionaryVersions(database);
        DocumentCodec codec =
                new DocumentCodec(dictionary, versions.register(dictionary), versions::layout, conversion);
        return new GoldenTables(database, codec);
    }

    /** What the hub wrote into the rows of systems, stored as the golden records are. */
    public EchoTables echoes() {
        return new EchoTables(database, codec);
    }

    @Override
    public Map<Uid, GoldenRecord> find(Collection<Uid> uids) {
        return uids.isEmpty() ? Map.of() : database.read(tx -> find(tx, uids));
    }

    /** Within a transaction, so that what it wrote is seen. */
    public Map<Uid, GoldenRecord> find(Transaction tx, Collection<Uid> uids) throws SQLException {
        Map<Uid, GoldenRecord> found = new LinkedHashMap<>();
        KeySet keys = uuids(tx, uids);
        tx.forEach("select " + COLUMNS + " from golden where " + keys.in("uid"), row -> put(found, row), keys);
        return found;
    }

    public Optional<GoldenRecord> find(Uid uid) {
        return Optional.ofNullable(find(List.of(uid)).get(uid));
    }

    private void put(Map<Uid, GoldenRecord> found, Row row) throws SQLException {
        GoldenRecord record = record(row);
        found.put(record.uid(), record);
    }

    private GoldenRecord record(Row row) throws SQLException {
        return codec.decode(new Uid(row.uuid(1)), row.text(2), row.number(3), row.bytes(4));
    }

    @Override
    public Map<String, Uid> byBusinessKey(EntityType entity, Collection<String> keys) {
        return byUnique("business_key", entity, keys);
    }

    @Override
    public Map<String, Uid> byTaxNumber(EntityType entity, Collection<String> numbers) {
        return byUnique("tax_number", entity, numbers);
    }

    private Map<String, Uid> byUnique(String column, EntityType entity, Collection<String> values) {
        if (values.isEmpty()) {
            return Map.of();
        }
        return database.read(tx -> owners(tx, column, entity, values));
    }

    static Map<String, Uid> owners(Transaction tx, String column, EntityType entity, Collection<String> values)
            throws SQLException {
        Map<String, Uid> found = new HashMap<>();
        KeySet keys = tx.keysOfText(values);
        tx.forEach(
                "select " + column + ", uid from golden where entity = ? and " + keys.in(column),
                row -> found.put(row.text(1), new Uid(row.uuid(2))),
                entity.name(),
                keys);
        return found;
    }

    @Override
    public Map<String, List<Uid>> byName(EntityType entity, Collection<String> names) {
        return names.isEmpty()
                ? Map.of()
                : database.read(tx -> {
                    KeySet keys = tx.keysOfText(names);
                    return several(
                            tx,
                            "select match_name, uid from golden where entity = ? and deleted = 0 and "
                                    + keys.in("match_name")
                                    + " order by uid",
                            entity.name(),
                            keys);
                });
    }

    @Override
    public Map<String, List<Uid>> byLookup(EntityType entity, FieldType field, Collection<String> values) {
        return values.isEmpty()
                ? Map.of()
                : database.read(tx -> {
                    KeySet keys = tx.keysOfText(values);
                    return several(
                            tx,
                            "select value, uid from golden_lookup where entity = ? and field = ? and "
                                    + keys.in("value") + " order by uid",
                            entity.name(),
                            field.name(),
                            keys);
                });
    }

    private static Map<String, List<Uid>> several(Transaction tx, String sql, Object... args) throws SQLException {
        Map<String, List<Uid>> found = new HashMap<>();
        tx.forEach(
                sql,
                row -> found.computeIfAbsent(row.text(1), value -> new ArrayList<>())
                        .add(new Uid(row.uuid(2))),
                args);
        return found;
    }

    @Override
    public void forEach(EntityType entity, Consumer<GoldenRecord> consumer) {
        database.read(tx -> {
            tx.forEach(
                    "select " + COLUMNS + " from golden where entity = ? order by uid",
                    row -> consumer.accept(record(row)),
                    entity.name());
            return true;
        });
    }

    /**
     * Stores the golden records of a batch, with what is searched and listed of them.
     *
     * <p>A new record whose business key or tax number another UID has meanwhile got is a race that the unique indexes
     * decide. A changed record that takes on a key of another UID is none: it is stored without that key, and the two are
     * marked as possible duplicates.
     *
     * @param changed only records that really changed, each UID once
     * @param reasons asked for holds that are new
     * @throws io.hefu.store.ConflictException when a changed record's version no longer stands, or (at the latest at
     *     commit) when another UID has a new record's key: the batch goes back to identify
     */
    public void apply(Transaction tx, List<GoldenRecord> created, List<Changed> changed, HoldReasons reasons)
            throws SQLException {
        writer.created(tx, created, reasons);
        writer.changed(tx, changed, reasons);
    }

    /** Keeps pairs to be looked at; pairs that are known already stay as they are. */
    public void mark(Transaction tx, Collection<PossibleDuplicate> pairs) throws SQLException {
        writer.mark(tx, pairs);
    }

    /** Open holds, those of one rule or entity when given, in the order of UIDs after the given one. */
    public List<HeldField> holds(Optional<String> entity, Optional<String> rule, Optional<Uid> after, int limit) {
        return database.read(tx -> GoldenLists.holds(tx, entity, rule, after, limit));
    }

    /** Why each field of a record is held. */
    public List<HeldField> holdsOf(Uid uid) {
        return database.read(tx -> GoldenLists.holdsOf(tx, uid));
    }

    /** Pairs in the order of their first UID. */
    public List<PossibleDuplicate> possibleDuplicates(Optional<String> entity, int offset, int limit) {
        return database.read(tx -> GoldenLists.duplicates(tx, entity, offset, limit));
    }

    /** How many golden records each entity has, without deleted ones. */
    public Map<String, Long> counts() {
        return database.read(GoldenLists::counts);
    }

    /** How many bytes a record takes as a document; for measurements. */
    public int size(GoldenRecord record) {
        return codec.encode(record).length;
    }

    static KeySet uuids(Transaction tx, Collection<Uid> uids) {
        List<UUID> keys = new ArrayList<>(uids.size());
        uids.forEach(uid -> keys.add(uid.value()));
        return tx.keysOfUuid(keys);
    }
}
