package io.hefu.promises;

import io.hefu.cli.Engine;
import io.hefu.cli.Hub;
import io.hefu.cli.LiveHub;
import io.hefu.ledger.Flow;
import io.hefu.mapping.Mapping;
import io.hefu.mapping.Mappings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/**
 * The process that gets killed: the product's own hub with its routes, which reads every flow, runs the clock and tells
 * every target, over and over. Told to end, it does so when there was nothing left to do.
 */
final class KilledHub {
    private static final long IDLE_MILLIS = 20;

    private final Engine engine;
    private final List<Flow> written;

    private KilledHub(Engine engine, List<Flow> written) {
        this.engine = engine;
        this.written = written;
    }

    /** Arguments: the installation's folder, the moment that the hub's clock starts from, and whether to end when idle. */
    public static void main(String[] arguments) throws InterruptedException {
        Instant start = Instant.parse(arguments[1]);
        Clock clock = Clock.offset(Clock.tickMillis(ZoneOffset.UTC), Duration.between(Instant.now(), start));
        boolean ends = Boolean.parseBoolean(arguments[2]);
        Path home = Path.of(arguments[0]);
        System.out.println("opening");
        DeliberateBug.of(System.getProperty("hefu.bug", "")).before(home.resolve("hub.db"));
        try (Hub hub = Hub.open(home, clock);
                LiveHub live = LiveHub.quiet(hub)) {
            System.out.println("open");
            List<Flow> written = hub.books().snapshot().get().part(Mappings.class).all().stream()
                    .filter(mapping -> mapping.write().isPresent())
                    .map(KilledHub::flow)
                    .toList();
            new KilledHub(live.engine(), written).run(ends);
        }
        System.out.println("settled");
    }

    private static Flow flow(Mapping mapping) {
        return new Flow(mapping.system(), mapping.entity().name());
    }

    private void run(boolean ends) throws InterruptedException {
        int idle = 0;
        // twice, since what a round delivers the next one may read
        while (!ends || idle < 2) {
            if (round() == 0) {
                idle++;
                Thread.sleep(IDLE_MILLIS);
            } else {
                idle = 0;
            }
        }
    }

    private long round() {
        long done = 0;
        for (Flow flow : engine.readingOrder()) {
            done += engine.intake().read(flow.system(), flow.entity()).applied();
        }
        done += engine.resumer().resumeArrived().applied();
        done += engine.clockRun().run().clocked();
        for (Flow flow : written) {
            done += engine.delivery().deliver(flow.system(), flow.entity()).written();
        }
        return done;
    }
}
