package io.hefu.golden;

import io.hefu.dictionary.Dictionary;
import io.hefu.dictionary.EntityType;
import io.hefu.store.ConflictException;
import io.hefu.store.HubDatabase;
import io.hefu.store.Transaction;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The dictionary numbers: each stands for the fields of one entity, their order and types, as documents store them. A
 * number is given once and never changed; an entity gets a new one when its fields change.
 */
final class DictionaryVersions {
    private static final int ATTEMPTS = 20;

    private final HubDatabase database;

    DictionaryVersions(HubDatabase database) {
        this.database = database;
    }

    /** The numbers of today's entities; new ones are given where the fields changed. */
    Map<String, Integer> register(Dictionary dictionary) {
        for (int attempt = 1; ; attempt++) {
            try {
                return registerOnce(dictionary);
            } catch (ConflictException otherProcessWasFaster) {
                if (attempt == ATTEMPTS) {
                    throw otherProcessWasFaster;
                }
            }
        }
    }

    private Map<String, Integer> registerOnce(Dictionary dictionary) {
        List<EntityType> entities =
                dictionary.entities().stream().filter(entity -> !entity.part()).toList();
        Map<String, Integer> known = database.read(tx -> numbers(tx, entities, dictionary));
        return known.size() == entities.size()
                ? known
                : database.write(tx -> {
                    Map<String, Integer> numbers = numbers(tx, entities, dictionary);
                    int next = 1
                            + tx.first("select coalesce(max(number), 0) from dictionary_version", row -> row.integer(1))
                                    .orElse(0);
                    for (EntityType entity : entities) {
                        if (!numbers.containsKey(entity.name())) {
                            insert(tx, next, Layout.of(entity, dictionary));
                            numbers.put(entity.name(), next++);
                        }
                    }
                    return numbers;
                });
    }

    private static void insert(Transaction tx, int number, Layout layout) throws SQLException {
        tx.update(
                "insert into dictionary_version (number, entity, fields) values (?, ?, ?)",
                number,
                layout.entity(),
                layout.written());
    }

    private static Map<String, Integer> numbers(Transaction tx, List<EntityType> entities, Dictionary dictionary)
            throws SQLException {
        Map<String, Integer> numbers = new HashMap<>();
        for (EntityType entity : entities) {
            Layout layout = Layout.of(entity, dictionary);
            tx.first(
                            "select number from dictionary_version where entity = ? and fields = ?"
                                    + " order by number desc",
                            row -> row.integer(1),
                            entity.name(),
                            layout.written())
                    .ifPresent(number -> numbers.put(entity.name(), number));
        }
        return numbers;
    }

    Optional<Layout> layout(int number) {
        return database.read(tx -> tx.first(
                "select entity, fields from dictionary_version where number = ?",
                row -> Layout.parse(row.text(1), row.text(2)),
                number));
    }
}
