package io.hefu.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hefu.definition.Text;
import io.hefu.systems.SystemFault;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the shipped error policy does with a trigger that fails. */
class ErrorPolicyTest {
    @TempDir
    Path folder;

    @Test
    void aRetryableFaultIsTriedAgainAndTheTriggerGoesOn() throws IOException {
        assertThat(asked(fault(SystemFault.Kind.RETRYABLE)))
                .containsExactly("crm/customer", "crm/customer", "crm/contact", "crm/opportunity", "crm/quote");
    }

    @Test
    void aFatalFaultIsNotTriedAgainAndTheOtherFlowsGoOn() throws IOException {
        assertThat(asked(fault(SystemFault.Kind.FATAL)))
                .containsExactly("crm/customer", "crm/contact", "crm/opportunity", "crm/quote");
    }

    @Test
    void anInternalFaultStopsNoOtherFlow() throws IOException {
        assertThat(asked(new IllegalStateException("a bug")))
                .containsExactly("crm/customer", "crm/contact", "crm/opportunity", "crm/quote");
    }

    private List<String> asked(RuntimeException fault) throws IOException {
        RoutesHome home = new RoutesHome(folder);
        home.properties.put("crm.start", "0");
        home.properties.put("crm.every", "600000");
        home.way.intake.faults.add(fault);
        try (Routes routes = new Routes(home.context(), new RouteCalls(), Clock.systemUTC(), expected -> false)) {
            routes.start();
            await().atMost(Duration.ofSeconds(20)).until(() -> home.way.intake.asked.contains("crm/quote"));
            await().atMost(Duration.ofSeconds(5))
                    .until(() -> routes.health().stream()
                            .anyMatch(route -> route.id().equals("crm-read") && route.exchanges() == 1));
            assertThat(routes.health())
                    .filteredOn(route -> route.id().equals("crm-read"))
                    .allMatch(route -> route.failures() == 1);
        }
        return List.copyOf(home.way.intake.asked);
    }

    private static SystemFault fault(SystemFault.Kind kind) {
        return new SystemFault("crm", kind, Text.same("the CRM is away"), Text.same("wait"));
    }
}
