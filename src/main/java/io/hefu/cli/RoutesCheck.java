package io.hefu.cli;

import io.hefu.definition.Violation;
import io.hefu.definition.Violations;
import io.hefu.mapping.Mappings;
import io.hefu.routing.JourneyRoutes;
import io.hefu.routing.Routes;
import io.hefu.routing.RoutingContext;
import java.nio.file.Files;
import java.util.List;

/** Checks the routes without running any. */
final class RoutesCheck {
    private RoutesCheck() {}

    static List<Violation> of(Home home, Compilation compiled) {
        if (!Files.isDirectory(home.routes())) {
            return List.of();
        }
        Violations violations = new Violations();
        RoutingContext context = new RoutingContext(
                home.folder(),
                JourneyRoutes.names(),
                () -> JourneyRoutes.flows(compiled.snapshot().part(Mappings.class)),
                compiled.settings()::placeholder,
                JourneyRoutes.ORDER);
        Routes.check(context, violations);
        return violations.all();
    }
}
