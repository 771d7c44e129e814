package io.hefu.journey;

import io.hefu.definition.Snapshot;
import io.hefu.dictionary.DataType;
import io.hefu.dictionary.Dictionary;
import io.hefu.dictionary.EntityType;
import io.hefu.dictionary.FieldType;
import io.hefu.dictionary.Uid;
import io.hefu.golden.GoldenRecord;
import io.hefu.golden.GoldenTables;
import io.hefu.golden.Pointing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What refers to a thing, with the systems whose words do.
 *
 * @param records by their UID
 * @param systems by the same UID
 */
record References(Map<Uid, GoldenRecord> records, Map<Uid, Set<String>> systems) {
    /** Looks through every entity that may refer to a thing of this one. */
    static References to(Snapshot snapshot, GoldenTables goldens, EntityType entity, Uid thing) {
        References found = new References(new LinkedHashMap<>(), new LinkedHashMap<>());
        Dictionary dictionary = snapshot.part(Dictionary.class);
        for (EntityType other : dictionary.entities()) {
            if (!other.part() && mayRefer(dictionary, other, entity)) {
                goldens.forEach(other, golden -> found.add(golden, Pointing.systems(golden, thing)));
            }
        }
        return found;
    }

    /** Those that are still there. */
    static References of(Snapshot snapshot, GoldenTables goldens, Map<Uid, Set<String>> systems) {
        References found = new References(new LinkedHashMap<>(), new LinkedHashMap<>());
        goldens.find(systems.keySet()).forEach((uid, golden) -> found.add(golden, systems.get(uid)));
        return found;
    }

    private void add(GoldenRecord golden, Set<String> of) {
        if (!of.isEmpty()) {
            records.put(golden.uid(), golden);
            systems.put(golden.uid(), of);
        }
    }

    private static boolean mayRefer(Dictionary dictionary, EntityType from, EntityType to) {
        for (FieldType field : from.fields()) {
            if (field.type() instanceof DataType.Ref ref && ref.entity().equals(to.name())
                    || field.type() instanceof DataType.ListOf list
                            && mayRefer(dictionary, dictionary.entity(list.part()), to)) {
                return true;
            }
        }
        return false;
    }

    int count() {
        return records.size();
    }

    /** As they are when they refer to another thing. */
    List<MergedRecord> pointed(Uid former, Uid next) {
        List<MergedRecord> pointed = new ArrayList<>();
        records.forEach((uid, golden) -> {
            GoldenRecord after = Pointing.to(golden, former, next, systems.get(uid)::contains);
            if (after != golden) {
                pointed.add(new MergedRecord(Optional.of(golden), after, Optional.empty(), Set.of()));
            }
        });
        return pointed;
    }
}
