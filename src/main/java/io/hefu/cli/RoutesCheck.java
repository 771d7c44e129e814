package io.hefu.cli;

import io.hefu.definition.Violation;
import io.hefu.definition.Violations;
import io.hefu.routing.RouteBeans;
import io.hefu.routing.Routes;
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
        Routes.check(
                RouteSurroundings.of(
                        home,
                        compiled.settings(),
                        compiled::snapshot,
                        RouteBeans.named(Engine.beanTypes())),
                violations);
        return violations.all();
    }
}
