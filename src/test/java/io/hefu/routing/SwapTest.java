package io.hefu.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SwapTest {
    @TempDir
    Path folder;

    private RoutesHome home;
    private final RouteCalls calls = new RouteCalls();
    private Routes routes;

    @BeforeEach
    void start() throws IOException {
        home = new RoutesHome(folder);
        routes = new Routes(home.context(), calls, Clock.systemUTC(), fault -> false);
        routes.start();
    }

    @AfterEach
    void stop() {
        home.way.gate.open.countDown();
        routes.close();
    }

    @Test
    void nothingHappensWhenNothingWasEdited() {
        assertThat(routes.reload()).isEqualTo(new Swap.Same());
    }

    @Test
    void anEditedRouteRunsAndTheAnswerNamesIt() {
        home.edit("crm.camel.yaml", "read('crm', 'quote')", "sweep('crm', 'quote')");
        assertThat(routes.reload()).isEqualTo(new Swap.Done(Set.of(), Set.of("crm-read"), Set.of()));
    }

    @Test
    void aRemovedFileTakesItsRoutesWithIt() throws IOException {
        home.delete("erp.camel.yaml");
        assertThat(routes.reload()).isEqualTo(new Swap.Done(Set.of(), Set.of(), Set.of("erp-read", "erp-sweep")));
        assertThat(routes.health()).extracting(RouteHealth::id).doesNotContain("erp-read", "erp-sweep");
    }

    @Test
    void aNewFileBringsItsRoutes() {
        home.write("shop.camel.yaml", SHOP);
        assertThat(routes.reload()).isEqualTo(new Swap.Done(Set.of("shop-read"), Set.of(), Set.of()));
        await().atMost(Duration.ofSeconds(10)).until(() -> home.way.intake.asked.contains("crm/quote"));
    }

    @Test
    void aBrokenEditLeavesTheOldRoutesRunning() {
        home.edit("way.camel.yaml", "        - bean: {ref: gate}\n", "");
        Swap swap = routes.reload();
        assertThat(swap).isInstanceOf(Swap.Refused.class);
        assertThat(swap.told().en()).isEqualTo("faults in the edited routes: 1; the routes before them go on");
        assertThat(text(send("rows"))).startsWith("rows gated");
    }

    @Test
    void aRouteThatCannotStartLeavesTheOldRoutesRunning() throws IOException {
        home.write("shop.camel.yaml", SHOP.replace("scheduler:shop", NOWHERE));
        assertThat(routes.reload()).isInstanceOf(Swap.Refused.class);
        assertThat(text(send("rows"))).startsWith("rows gated");
        assertThat(routes.health()).allMatch(route -> route.state() == RouteHealth.State.RUNNING);
        home.delete("shop.camel.yaml");
        assertThat(routes.reload()).isEqualTo(new Swap.Same());
    }

    @Test
    void triggersGoOnAfterASwapThatFailed() {
        home.properties.put("crm.start", "0");
        home.properties.put("crm.every", "50");
        home.edit("crm.camel.yaml", "id: crm-http", "id: crm-requests");
        assertThat(routes.reload()).isInstanceOf(Swap.Done.class);
        home.write("shop.camel.yaml", SHOP.replace("scheduler:shop", NOWHERE));
        assertThat(routes.reload()).isInstanceOf(Swap.Refused.class);
        int before = home.way.intake.asked.size();
        await().atMost(Duration.ofSeconds(10)).until(() -> home.way.intake.asked.size() > before + 8);
    }

    @Test
    void whereOnlyCalledRoutesWereStartedASwapStartsNoTrigger() {
        routes.close();
        home.properties.put("crm.start", "0");
        home.properties.put("crm.every", "50");
        routes.startCalled();
        home.edit("crm.camel.yaml", "id: crm-http", "id: crm-requests");
        assertThat(routes.reload()).isInstanceOf(Swap.Done.class);
        assertThat(text(send("rows"))).startsWith("rows gated");
        assertThat(home.way.intake.asked).isEmpty();
    }

    @Test
    void aRepairedEditIsTakenUp() {
        home.edit("crm.camel.yaml", "ref: intake", "ref: intke");
        assertThat(routes.reload()).isInstanceOf(Swap.Refused.class);
        home.edit("crm.camel.yaml", "ref: intke", "ref: intake");
        home.edit("crm.camel.yaml", "id: crm-http", "id: crm-requests");
        assertThat(routes.reload()).isEqualTo(new Swap.Done(Set.of("crm-requests"), Set.of(), Set.of("crm-http")));
    }

    @Test
    void aBatchUnderWaySurvivesASwap() throws Exception {
        home.way.gate.open = new CountDownLatch(1);
        CompletableFuture<Exchange> underWay = CompletableFuture.supplyAsync(() -> send("early"));
        await().atMost(Duration.ofSeconds(5)).until(() -> home.way.gate.inside.get() == 1);
        home.edit(
                "way.camel.yaml",
                "        - bean: {ref: gate}\n",
                "        - bean: {ref: gate}\n        - log: swapped\n");
        assertThat(routes.reload()).isInstanceOf(Swap.Done.class);
        assertThat(underWay).isNotDone();
        home.way.gate.open.countDown();
        assertThat(text(underWay.get(10, TimeUnit.SECONDS))).startsWith("early gated");
        assertThat(text(send("late"))).startsWith("late gated");
    }

    @Test
    void noBatchIsLostWhileRoutesAreSwappedAgainAndAgain() throws Exception {
        List<CompletableFuture<Integer>> senders = new CopyOnWriteArrayList<>();
        CountDownLatch enough = new CountDownLatch(1);
        for (int i = 0; i < 4; i++) {
            senders.add(CompletableFuture.supplyAsync(() -> sendUntil(enough)));
        }
        for (int i = 0; i < 5; i++) {
            home.edit(
                    "way.camel.yaml",
                    "        - bean: {ref: gate}\n",
                    "        - log: {loggingLevel: DEBUG, message: swap " + i + "}\n        - bean: {ref: gate}\n");
            assertThat(routes.reload()).isInstanceOf(Swap.Done.class);
        }
        enough.countDown();
        for (CompletableFuture<Integer> sender : senders) {
            assertThat(sender.get(20, TimeUnit.SECONDS)).isPositive();
        }
    }

    @Test
    void aWatcherTakesUpWhatWasEditedOnce() {
        List<Swap> told = new CopyOnWriteArrayList<>();
        try (RouteWatcher watching = new RouteWatcher(routes, Duration.ofMillis(50), told::add)) {
            assertThat(watching).isNotNull();
            home.write("shop.camel.yaml", "- route:\n    id: shop-read\n");
            await().atMost(Duration.ofSeconds(10)).until(() -> told.size() == 1);
            home.write("shop.camel.yaml", SHOP);
            await().atMost(Duration.ofSeconds(10)).until(() -> told.size() == 2);
        }
        assertThat(told.get(0)).isInstanceOf(Swap.Refused.class);
        assertThat(told.get(1)).isEqualTo(new Swap.Done(Set.of("shop-read"), Set.of(), Set.of()));
    }

    @Test
    void aRouteSwitchedOffDoesNotRun() {
        home.edit("crm.camel.yaml", "    id: crm-sweep\n", "    id: crm-sweep\n    autoStartup: false\n");
        assertThat(routes.reload()).isInstanceOf(Swap.Done.class);
        assertThat(routes.health())
                .filteredOn(route -> route.id().equals("crm-sweep"))
                .allMatch(route -> route.state() == RouteHealth.State.OFF);
    }

    private int sendUntil(CountDownLatch enough) {
        int sent = 0;
        while (enough.getCount() > 0) {
            assertThat(text(send("rows"))).startsWith("rows gated");
            sent++;
        }
        return sent;
    }

    private Exchange send(String text) {
        return calls.request("direct:way", new WayDouble.SourceBatch(text), Map.of());
    }

    private static String text(Exchange done) {
        assertThat(done.getException()).isNull();
        return ((WayDouble.CommittedBatch) done.getMessage().getBody()).text();
    }

    /** Loads, but cannot start: the folder is not there. */
    private static final String NOWHERE = "file:no-such-folder?autoCreate=false&startingDirectoryMustExist=true";

    private static final String SHOP = """
            - route:
                id: shop-read
                from:
                  uri: scheduler:shop
                  steps:
                    - bean: {ref: intake, method: "read('crm', 'quote')"}
            """;
}
