package io.hefu.cli;

import io.hefu.definition.Snapshot;
import io.hefu.journey.CommittedBatch;
import io.hefu.journey.MergedBatch;
import io.hefu.journey.SourceBatch;
import io.hefu.mapping.Mapping;
import io.hefu.mapping.Mappings;
import io.hefu.routing.KnownFlows;
import io.hefu.routing.RouteBeans;
import io.hefu.routing.RoutingContext;
import io.hefu.routing.WayOrder;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What an installation's routes stand in. */
final class RouteSurroundings {
    /** Rows enter at the gate; records whose clock is due enter at the rules. */
    private static final WayOrder ORDER = new WayOrder(
            Map.of("direct:way", SourceBatch.class, "direct:from-rules", MergedBatch.class), CommittedBatch.class);

    private RouteSurroundings() {}

    static RoutingContext of(Home home, Settings settings, Supplier<Snapshot> snapshot, RouteBeans beans) {
        return new RoutingContext(
                home.folder(), beans, () -> flows(snapshot.get()), settings::placeholder, ORDER);
    }

    private static KnownFlows flows(Snapshot snapshot) {
        Mappings mappings = snapshot.part(Mappings.class);
        return new KnownFlows(
                named(mappings, mapping -> mapping.read().isPresent()),
                named(mappings, mapping -> mapping.write().isPresent()));
    }

    private static Set<String> named(Mappings mappings, Predicate<Mapping> which) {
        return mappings.all().stream()
                .filter(which)
                .map(mapping -> mapping.system() + "/" + mapping.entity().name())
                .collect(Collectors.toSet());
    }
}
