package io.hefu.cli;

import io.hefu.definition.Violation;
import io.hefu.definition.Violations;
import io.hefu.mapping.Mappings;
import io.hefu.routing.JourneyRoutes;
import io.hefu.routing.KnownFlows;
import io.hefu.routing.Routes;
import io.hefu.routing.RoutingContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks the routes without running any. */
final class RoutesCheck {
    private static final String ENDING = ".mapping.yaml";

    private RoutesCheck() {}

    static List<Violation> of(Home home, Compilation compiled) {
        Violations violations = new Violations();
        RoutingContext context = new RoutingContext(
                home.folder(),
                JourneyRoutes.names(),
                () -> flows(home, compiled),
                compiled.settings()::placeholder,
                JourneyRoutes.ORDER);
        Routes.check(context, violations);
        return violations.all();
    }

    /** A mapping with a fault of its own is there all the same; the steps that name it are not wrong as well. */
    private static KnownFlows flows(Home home, Compilation compiled) {
        KnownFlows known = JourneyRoutes.flows(compiled.snapshot().part(Mappings.class));
        return compiled.isSound() ? known : known.with(written(home));
    }

    private static Set<String> written(Home home) {
        Path folder = home.folder().resolve("mappings");
        try (Stream<Path> files = Files.walk(folder, 2)) {
            return files.map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .collect(Collectors.toSet());
        } catch (IOException told) {
            return Set.of();
        }
    }
}
