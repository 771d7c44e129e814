package io.hefu.demo;

import io.hefu.definition.Snapshot;
import io.hefu.dictionary.Dictionary;
import io.hefu.journey.ReadingOrder;
import io.hefu.ledger.Flow;
import io.hefu.mapping.Mapping;
import io.hefu.mapping.Mappings;
import java.util.Comparator;
import java.util.List;

/** What may be written where. */
final class Targets {
    private Targets() {}

    /** Those first that others refer to. */
    static List<Flow> of(Snapshot snapshot) {
        List<String> order = ReadingOrder.entities(snapshot.part(Dictionary.class));
        return snapshot.part(Mappings.class).all().stream()
                .filter(mapping -> mapping.write().isPresent())
                .sorted(Comparator.comparingInt(
                        (Mapping mapping) -> order.indexOf(mapping.entity().name())))
                .map(mapping -> new Flow(mapping.system(), mapping.entity().name()))
                .toList();
    }
}
