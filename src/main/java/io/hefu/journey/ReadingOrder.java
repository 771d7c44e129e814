package io.hefu.journey;

import io.hefu.dictionary.DataType;
import io.hefu.dictionary.Dictionary;
import io.hefu.dictionary.EntityType;
import io.hefu.dictionary.FieldType;
import io.hefu.ledger.Flow;
import io.hefu.mapping.Mapping;
import io.hefu.mapping.Mappings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Entities in the order of their references, so that a load brings a thing before what refers to it. */
public final class ReadingOrder {
    private final Dictionary dictionary;
    private final Set<String> ordered = new LinkedHashSet<>();
    private final Set<String> under = new LinkedHashSet<>();

    private ReadingOrder(Dictionary dictionary) {
        this.dictionary = dictionary;
    }

    /** Every entity, those referred to first; a circle of references is broken where it is met. */
    public static List<String> entities(Dictionary dictionary) {
        ReadingOrder order = new ReadingOrder(dictionary);
        dictionary.entities().forEach(order::visit);
        return List.copyOf(order.ordered);
    }

    /** Every flow that is read; within an entity, the systems of the number's authority first. */
    public static List<Flow> flows(Dictionary dictionary, Mappings mappings) {
        List<String> entities = entities(dictionary);
        List<Mapping> read = new ArrayList<>(mappings.all().stream()
                .filter(mapping -> mapping.read().isPresent())
                .toList());
        // What belongs to things comes when the things are there, and those by which they are found.
        read.sort(Comparator.comparing((Mapping mapping) -> mapping.belonging().isPresent())
                .thenComparingInt(
                        (Mapping mapping) -> entities.indexOf(mapping.entity().name()))
                .thenComparingInt(ReadingOrder::authority)
                .thenComparing(Mapping::system));
        return read.stream()
                .map(mapping -> new Flow(mapping.system(), mapping.entity().name()))
                .toList();
    }

    private static int authority(Mapping mapping) {
        int place = mapping.entity().fields().get(0).authority().indexOf(mapping.system());
        return place < 0 ? Integer.MAX_VALUE : place;
    }

    private void visit(EntityType entity) {
        if (ordered.contains(entity.name()) || !under.add(entity.name())) {
            return;
        }
        for (FieldType field : entity.fields()) {
            if (field.type() instanceof DataType.Ref ref) {
                dictionary.find(ref.entity()).ifPresent(this::visit);
            } else if (field.type() instanceof DataType.ListOf list) {
                dictionary.find(list.part()).ifPresent(this::visit);
            }
        }
        ordered.add(entity.name());
    }
}
