package io.hefu.demo;

import io.hefu.cli.Engine;
import io.hefu.cli.Hub;
import io.hefu.definition.Snapshot;
import io.hefu.dictionary.Dictionary;
import io.hefu.journey.ReadingOrder;
import io.hefu.ledger.Equation;
import io.hefu.ledger.Flow;
import io.hefu.mapping.Mapping;
import io.hefu.mapping.Mappings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;

/** The first reading of everything, in the order of references, and what follows from it told to the targets. */
record FirstRun(Hub hub, Engine engine) {
    void read(BiConsumer<Flow, Equation> told) {
        for (Flow flow : engine.readingOrder()) {
            told.accept(flow, engine.intake().read(flow.system(), flow.entity()));
        }
        engine.clockRun().run();
    }

    void deliver() {
        targets().forEach(target -> engine.delivery().deliver(target.system(), target.entity()));
    }

    /** What may be written, those first that others refer to. */
    private List<Flow> targets() {
        Snapshot snapshot = hub.books().snapshot().get();
        List<String> order = ReadingOrder.entities(snapshot.part(Dictionary.class));
        List<Mapping> writers = new ArrayList<>(snapshot.part(Mappings.class).all().stream()
                .filter(mapping -> mapping.write().isPresent())
                .toList());
        writers.sort(Comparator.comparingInt(
                mapping -> order.indexOf(mapping.entity().name())));
        return writers.stream()
                .map(mapping -> new Flow(mapping.system(), mapping.entity().name()))
                .toList();
    }
}
