package io.hefu.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.hefu.definition.Violations;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShippedRoutesTest {
    @TempDir
    Path folder;

    @Test
    void theyPassEveryCheckWithoutAnyBeanAtHand() throws IOException {
        RoutesHome home = new RoutesHome(folder);
        Violations violations = new Violations();
        RoutingContext running = home.context();
        Routes.check(
                new RoutingContext(
                        folder,
                        RouteBeans.named(running.beans().types()),
                        running.flows(),
                        running.properties(),
                        running.order()),
                violations);
        assertThat(violations.all()).isEmpty();
    }

    @Test
    void theyRun() throws IOException {
        try (Routes routes =
                new Routes(new RoutesHome(folder).context(), new RouteCalls(), Clock.systemUTC(), fault -> false)) {
            routes.start();
            assertThat(routes.health())
                    .extracting(RouteHealth::id)
                    .contains("way", "from-identify", "from-rules", "crm-read", "crm-http", "smtp-out", "hub-clock");
            assertThat(routes.health()).allMatch(route -> route.state() == RouteHealth.State.RUNNING);
        }
    }
}
