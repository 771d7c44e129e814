package io.hefu.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped way at work. */
class WayRouteTest {
    @TempDir
    Path folder;

    private RoutesHome home;
    private final RouteCalls calls = new RouteCalls();
    private Routes routes;

    @BeforeEach
    void start() throws IOException {
        home = new RoutesHome(folder);
        routes = new Routes(home.context(), calls, Clock.systemUTC(), WayDouble.StaleBatch.class::isInstance);
        routes.start();
    }

    @AfterEach
    void stop() {
        routes.close();
    }

    @Test
    void aBatchPassesEveryStepInOrder() {
        Exchange done = calls.request("direct:way", new WayDouble.SourceBatch("rows"), Map.of());
        assertThat(done.getMessage().getBody())
                .isEqualTo(
                        new WayDouble.CommittedBatch("rows gated mapped identified merged ruled derived committed", 0));
    }

    @Test
    void dueRecordsEnterAtTheRules() {
        Exchange done = calls.request("direct:from-rules", new WayDouble.MergedBatch("due", 0), Map.of());
        assertThat(done.getMessage().getBody())
                .isEqualTo(new WayDouble.CommittedBatch("due ruled derived committed", 0));
    }

    @Test
    void aStaleBatchGoesBackToIdentifyAndArrives() {
        home.way.committer.stale = 7;
        Exchange done = calls.request("direct:way", new WayDouble.SourceBatch("rows"), Map.of());
        assertThat(done.getException()).isNull();
        assertThat(done.getMessage().getBody())
                .isEqualTo(new WayDouble.CommittedBatch("again identified merged ruled derived committed", 7));
        assertThat(health("way").failures()).isZero();
    }

    @Test
    void aStaleBatchOfTheClockIsTheCallersToRepeat() {
        home.way.committer.stale = 1;
        Exchange done = calls.request("direct:from-rules", new WayDouble.MergedBatch("due", 0), Map.of());
        assertThat(done.getException()).isInstanceOf(WayDouble.StaleBatch.class);
    }

    @Test
    void aPausedEntityReachesTheCallerAtOnceAndUnwrapped() {
        Exchange done = calls.request("direct:way", new WayDouble.SourceBatch("unknown shape"), Map.of());
        assertThat(done.getException()).isInstanceOf(WayDouble.EntityPaused.class);
        assertThat(home.way.gate.inside).hasValue(1);
    }

    @Test
    void aFaultOfTheWayIsCountedAndToldToTheCaller() {
        Exchange done = calls.request("direct:way", "no batch at all", Map.of());
        assertThat(done.getException()).isNotNull();
        assertThat(health("way").failures()).isEqualTo(1);
        assertThat(health("way").lastFailure()).isPresent();
    }

    private RouteHealth health(String id) {
        return routes.health().stream()
                .filter(route -> route.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
