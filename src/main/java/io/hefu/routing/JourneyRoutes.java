package io.hefu.routing;

import io.hefu.delivery.Delivery;
import io.hefu.journey.CanonicalBatch;
import io.hefu.journey.ClockRun;
import io.hefu.journey.CommittedBatch;
import io.hefu.journey.Committer;
import io.hefu.journey.Deriver;
import io.hefu.journey.EntityPaused;
import io.hefu.journey.Gate;
import io.hefu.journey.Identifier;
import io.hefu.journey.Intake;
import io.hefu.journey.Mapper;
import io.hefu.journey.MatchRun;
import io.hefu.journey.MergedBatch;
import io.hefu.journey.Merger;
import io.hefu.journey.Resumer;
import io.hefu.journey.Ruler;
import io.hefu.journey.SourceBatch;
import io.hefu.journey.StaleBatch;
import io.hefu.mapping.Mapping;
import io.hefu.mapping.Mappings;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What the routes of an installation may name of the journey, and the order that its way must have. */
public final class JourneyRoutes {
    /** Where a batch may enter, and as what. */
    public static final WayOrder ORDER = new WayOrder(
            Map.of(
                    "direct:way", SourceBatch.class,
                    "direct:from-identify", CanonicalBatch.class,
                    "direct:from-rules", MergedBatch.class),
            CommittedBatch.class);

    private JourneyRoutes() {}

    /** The beans that routes may name; a running hub gives one for each. */
    public static RouteBeans names() {
        return RouteBeans.named(Map.ofEntries(
                Map.entry("gate", Gate.class),
                Map.entry("mapper", Mapper.class),
                Map.entry("identifier", Identifier.class),
                Map.entry("merger", Merger.class),
                Map.entry("ruler", Ruler.class),
                Map.entry("deriver", Deriver.class),
                Map.entry("committer", Committer.class),
                Map.entry("again", BackToIdentify.class),
                Map.entry("intake", Intake.class),
                Map.entry("delivery", Delivery.class),
                Map.entry("clock", ClockRun.class),
                Map.entry("resumer", Resumer.class),
                Map.entry("matching", MatchRun.class),
                Map.entry("housekeeping", Housekeeping.class)));
    }

    /** Faults of which a flow's own state tells; they are no failure of a route. */
    public static Predicate<Throwable> expected() {
        return fault -> fault instanceof EntityPaused || fault instanceof StaleBatch;
    }

    public static KnownFlows flows(Mappings mappings) {
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
