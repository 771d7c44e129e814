package io.hefu.golden;

import io.hefu.dictionary.EntityType;
import io.hefu.dictionary.FieldType;
import io.hefu.dictionary.Uid;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** Golden records with changes in memory above others: what the world would be after a plan. Not thread-safe. */
public final class OverlayGoldenRecords implements GoldenRecords {
    private final GoldenRecords base;
    private final Map<Uid, GoldenRecord> changes = new TreeMap<>();
    private final Map<String, Uid> businessKeys = new LinkedHashMap<>();
    private final Map<String, Uid> taxNumbers = new LinkedHashMap<>();

    public OverlayGoldenRecords(GoldenRecords base) {
        this.base = base;
    }

    /** As if it were stored: later changes of it count from its version. A key that another UID has stays with that. */
    public void put(GoldenRecord record) {
        GoldenRecord settled = Survivorship.settled(record);
        changes.put(record.uid(), settled);
        businessKeys.values().removeIf(record.uid()::equals);
        taxNumbers.values().removeIf(record.uid()::equals);
        Identity.businessKey(settled.merged())
                .ifPresent(key -> businessKeys.putIfAbsent(scoped(record.entity(), key), record.uid()));
        Identity.taxNumber(settled.merged())
                .ifPresent(number -> taxNumbers.putIfAbsent(scoped(record.entity(), number), record.uid()));
    }

    /** What the overlay changed, in the order of UIDs. */
    public List<GoldenRecord> changes() {
        return List.copyOf(changes.values());
    }

    @Override
    public Map<Uid, GoldenRecord> find(Collection<Uid> uids) {
        Set<Uid> below = new HashSet<>(uids);
        below.removeAll(changes.keySet());
        Map<Uid, GoldenRecord> found = new LinkedHashMap<>(base.find(below));
        uids.stream().filter(changes::containsKey).forEach(uid -> found.put(uid, changes.get(uid)));
        return found;
    }

    @Override
    public Map<String, Uid> byBusinessKey(EntityType entity, Collection<String> keys) {
        return unique(entity, keys, base.byBusinessKey(entity, keys), businessKeys);
    }

    @Override
    public Map<String, Uid> byTaxNumber(EntityType entity, Collection<String> numbers) {
        return unique(entity, numbers, base.byTaxNumber(entity, numbers), taxNumbers);
    }

    private Map<String, Uid> unique(
            EntityType entity, Collection<String> keys, Map<String, Uid> below, Map<String, Uid> above) {
        Map<String, Uid> found = new LinkedHashMap<>(below);
        // a record that the overlay changed is found by what it has now, not by what it had below
        found.values().removeIf(changes::containsKey);
        for (String key : keys) {
            Uid uid = above.get(scoped(entity, key));
            if (uid != null) {
                found.putIfAbsent(key, uid);
            }
        }
        return found;
    }

    @Override
    public Map<String, List<Uid>> byName(EntityType entity, Collection<String> names) {
        return several(entity, names, base.byName(entity, names), record -> Identity.matchName(record.merged()));
    }

    @Override
    public Map<String, List<Uid>> byLookup(EntityType entity, FieldType field, Collection<String> values) {
        return several(
                entity,
                values,
                base.byLookup(entity, field, values),
                record -> record.merged().find(field).map(Identity::lookupText));
    }

    private Map<String, List<Uid>> several(
            EntityType entity,
            Collection<String> values,
            Map<String, List<Uid>> below,
            Function<GoldenRecord, Optional<String>> valueOf) {
        Map<String, List<Uid>> found = new LinkedHashMap<>();
        below.forEach((value, uids) -> found.put(value, new ArrayList<>(uids)));
        found.values().forEach(uids -> uids.removeIf(changes::containsKey));
        for (GoldenRecord record : changes.values()) {
            if (record.entity().name().equals(entity.name()) && !record.deleted()) {
                valueOf.apply(record)
                        .filter(values::contains)
                        .ifPresent(value -> found.computeIfAbsent(value, none -> new ArrayList<>())
                                .add(record.uid()));
            }
        }
        found.values().removeIf(List::isEmpty);
        return found;
    }

    /** In the order of UIDs, except that records which only the overlay has come last. */
    @Override
    public void forEach(EntityType entity, Consumer<GoldenRecord> consumer) {
        Set<Uid> seen = new HashSet<>();
        base.forEach(entity, record -> {
            seen.add(record.uid());
            consumer.accept(changes.getOrDefault(record.uid(), record));
        });
        changes.values().stream()
                .filter(record -> record.entity().name().equals(entity.name()) && !seen.contains(record.uid()))
                .forEach(consumer);
    }

    private static String scoped(EntityType entity, String key) {
        return entity.name() + "\u001f" + key;
    }
}
