package io.hefu.promises;

import io.hefu.cli.Engine;
import io.hefu.cli.Hub;
import io.hefu.cli.LiveHub;
import io.hefu.delivery.WantedState;
import io.hefu.ledger.Flow;
import io.hefu.mapping.Mapping;
import io.hefu.mapping.Mappings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The process that gets killed: the product's own hub. To run, it does what {@code hefu run} does: first reading, then the
 * triggers of its routes, all at once. To rest, it does the same one after the other until nothing is left to do, and ends.
 *
 * <p>A line {@code clock <moment>} on its standard input sets its clock; when the input ends, so does the process.
 */
final class KilledHub {
    private static final Duration STEP = Duration.ofMinutes(1);
    private static final int MOST_STEPS = 120;
    private static final int MOST_ROUNDS = 400;
    private static final Set<WantedState> OPEN =
            EnumSet.of(WantedState.PENDING, WantedState.INTENDED, WantedState.WAITING);

    private final Hub hub;
    private final Engine engine;
    private final KillTime clock;

    private KilledHub(Hub hub, Engine engine, KillTime clock) {
        this.hub = hub;
        this.engine = engine;
        this.clock = clock;
    }

    /** Arguments: the installation's folder, the moment that the hub's clock starts from, and {@code run} or {@code rest}. */
    public static void main(String[] arguments) throws InterruptedException {
        Path home = Path.of(arguments[0]);
        KillTime clock = new KillTime(Instant.parse(arguments[1]));
        boolean runs = arguments[2].equals("run");
        Thread listener = new Thread(() -> listen(clock), "killed-hub-listener");
        listener.setDaemon(true);
        listener.start();
        System.out.println("opening");
        DeliberateBug.of(System.getProperty("hefu.bug", "")).before(home.resolve("hub.db"));
        try (Hub hub = Hub.open(home, clock);
                LiveHub live = LiveHub.quiet(hub)) {
            live.engine().firstReading().run(() -> false, flow -> {}, (flow, fault) -> {
                throw fault;
            });
            if (runs) {
                live.routes().startTriggers();
                System.out.println("open");
                listener.join();
            } else {
                System.out.println("open");
                new KilledHub(hub, live.engine(), clock).rest();
                System.out.println("clock " + clock.instant());
            }
        }
    }

    /** Whoever started it may have died: then nobody is left to end it. */
    private static void listen(KillTime clock) {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                clock.atLeast(Instant.parse(line.replace("clock ", "")));
            }
        } catch (IOException gone) {
            System.err.println(gone);
        }
        Runtime.getRuntime().halt(3);
    }

    /** What is put off is waited for by moving the clock. */
    private void rest() {
        List<Flow> written = hub.books().snapshot().get().part(Mappings.class).all().stream()
                .filter(mapping -> mapping.write().isPresent())
                .map(KilledHub::flow)
                .toList();
        int idle = 0;
        int rounds = 0;
        // twice, since what a round delivers the next one may read
        for (int steps = 0; idle < 2 || somethingIsWanted() && steps < MOST_STEPS; ) {
            Map<String, Long> done = round(written);
            idle = done.isEmpty() ? idle + 1 : 0;
            if (idle >= 2) {
                clock.jump(STEP);
                steps++;
            }
            if (++rounds > MOST_ROUNDS) {
                throw new IllegalStateException("it never comes to rest; the last round did " + done);
            }
        }
    }

    private static Flow flow(Mapping mapping) {
        return new Flow(mapping.system(), mapping.entity().name());
    }

    private boolean somethingIsWanted() {
        return hub.books().wanted().counts().stream().anyMatch(count -> OPEN.contains(count.state()));
    }

    /** What there was to do. */
    private Map<String, Long> round(List<Flow> written) {
        Map<String, Long> done = new TreeMap<>();
        for (Flow flow : engine.readingOrder()) {
            done.put(
                    "read " + flow,
                    engine.intake().read(flow.system(), flow.entity()).applied());
        }
        done.put("resumed", engine.resumer().resumeArrived().applied());
        done.put("clocked", engine.clockRun().run().clocked());
        for (Flow flow : written) {
            done.put(
                    "told " + flow,
                    engine.delivery().deliver(flow.system(), flow.entity()).written());
        }
        done.values().removeIf(amount -> amount == 0);
        return done;
    }
}
