package io.hefu.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hefu.definition.Violations;
import io.hefu.journey.CanonicalBatch;
import io.hefu.journey.StaleBatch;
import io.hefu.mapping.Mappings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped routes and the steps of the journey themselves. */
class JourneyRoutesTest {
    @TempDir
    Path folder;

    @Test
    void theShippedWayHasTheStepsOfTheJourneyInTheirOrder() throws IOException {
        KnownFlows flows = new RoutesHome(folder).context().flows().get();
        RoutingContext shipped = new RoutingContext(
                Path.of(""), JourneyRoutes.names(), () -> flows, name -> Optional.empty(), JourneyRoutes.ORDER);
        Violations violations = new Violations();
        Routes.check(shipped, violations);
        assertThat(violations.all()).isEmpty();
    }

    @Test
    void mappingsTellWhichFlowsThereAre() {
        assertThat(JourneyRoutes.flows(new Mappings(List.of())).read()).isEmpty();
    }

    @Test
    void aStaleBatchIsGivenUpAfterEnoughAttempts() {
        BackToIdentify again = new BackToIdentify(RandomGenerator.getDefault());
        StaleBatch last = stale(BackToIdentify.MOST_ATTEMPTS + 1);
        assertThatThrownBy(() -> again.again(last)).isSameAs(last);
        assertThat(again.again(stale(1)).attempt()).isEqualTo(1);
    }

    private static StaleBatch stale(int attempt) {
        return new StaleBatch(new CanonicalBatch(null, List.of(), attempt), new IllegalStateException("moved"));
    }
}
