package io.hefu.golden;

import io.hefu.dictionary.DataType;
import io.hefu.dictionary.Dictionary;
import io.hefu.dictionary.DictionaryHistory;
import io.hefu.dictionary.EntityType;
import io.hefu.dictionary.StoredFields;
import io.hefu.store.HubDatabase;
import io.hefu.store.Transaction;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The fields and codes of the hub's documents that a dictionary would lose. Only what the dictionary no longer says is
 * looked for, and only until it is found, so that asking costs nothing as long as nothing was taken away.
 */
public final class StoredValues implements StoredFields {
    private final Map<String, Set<Stored>> fields = new LinkedHashMap<>();
    private final List<Code> codes = new ArrayList<>();
    private final Dictionary dictionary;

    private StoredValues(Dictionary dictionary) {
        this.dictionary = dictionary;
    }

    /** Looks through the documents; of a database that has no tables yet nothing is stored. */
    public static StoredFields of(HubDatabase database, Dictionary dictionary) {
        return database.read(tx -> {
            if (!tx.hasTable("golden")) {
                return StoredFields.NONE;
            }
            StoredValues stored = new StoredValues(dictionary);
            stored.look(tx);
            return stored;
        });
    }

    @Override
    public Set<String> entities() {
        return fields.keySet();
    }

    @Override
    public List<Stored> of(String entity) {
        return List.copyOf(fields.getOrDefault(entity, Set.of()));
    }

    @Override
    public List<Code> codes() {
        return List.copyOf(codes);
    }

    private void look(Transaction tx) throws SQLException {
        Map<String, Set<String>> gone = StoredCodes.gone(tx, dictionary);
        Map<Integer, Layout> layouts = new LinkedHashMap<>();
        tx.forEach(
                "select number, entity, fields from dictionary_version order by number",
                row -> layouts.put(row.integer(1), Layout.parse(row.text(2), row.text(3))));
        for (Map.Entry<Integer, Layout> layout : layouts.entrySet()) {
            Optional<EntityType> today = dictionary.find(layout.getValue().entity());
            if (today.isPresent()) {
                Wanted wanted = new Wanted(gone);
                wanted.gather(today.get(), layout.getValue().fields());
                search(tx, layout.getKey(), layout.getValue(), wanted);
            } else if (isStored(tx, layout.getValue().entity())) {
                fields.put(layout.getValue().entity(), Set.of());
            }
        }
    }

    private static boolean isStored(Transaction tx, String entity) throws SQLException {
        return tx.first("select 1 from golden where entity = ? limit 1", row -> row.integer(1), entity)
                .isPresent();
    }

    /** What of a layout would be lost or misread. */
    private final class Wanted {
        private final Map<String, Set<String>> goneCodes;
        private final Map<String, Set<Stored>> lost = new HashMap<>();
        private final Map<String, Map<String, String>> coded = new HashMap<>();

        Wanted(Map<String, Set<String>> goneCodes) {
            this.goneCodes = goneCodes;
        }

        void gather(EntityType today, List<Layout.Stored> stored) {
            for (Layout.Stored field : stored) {
                Stored each = new Stored(field.name(), field.type());
                Optional<DataType> type = DataType.parse(field.type());
                if (DictionaryHistory.isLost(today, each)) {
                    lost.computeIfAbsent(today.name(), name -> new LinkedHashSet<>())
                            .add(each);
                } else if (type.orElse(null) instanceof DataType.Code code && goneCodes.containsKey(code.list())) {
                    coded.computeIfAbsent(today.name(), name -> new HashMap<>()).put(field.name(), code.list());
                } else if (type.orElse(null) instanceof DataType.ListOf list) {
                    dictionary.find(list.part()).ifPresent(part -> gather(part, field.part()));
                }
            }
        }

        boolean isEmpty() {
            return lost.values().stream().allMatch(Set::isEmpty) && (coded.isEmpty() || goneCodes.isEmpty());
        }
    }

    private void search(Transaction tx, int number, Layout layout, Wanted wanted) throws SQLException {
        if (wanted.isEmpty()) {
            return;
        }
        DocumentCodec codec = new DocumentCodec(
                FormerDictionary.of(layout),
                Map.of(),
                asked -> asked == number ? Optional.of(layout) : Optional.empty(),
                (field, formerType, value) -> value);
        DocumentPages pages = new DocumentPages(tx, layout.entity(), number, codec);
        for (List<GoldenRecord> page = pages.next(); !page.isEmpty() && !wanted.isEmpty(); page = pages.next()) {
            page.forEach(record ->
                    new DocumentLook(wanted.lost, wanted.coded, wanted.goneCodes, this::lost, this::coded).at(record));
        }
    }

    private void lost(String entity, Stored field) {
        fields.computeIfAbsent(entity, name -> new LinkedHashSet<>()).add(field);
    }

    private void coded(Code code) {
        codes.add(code);
    }
}
