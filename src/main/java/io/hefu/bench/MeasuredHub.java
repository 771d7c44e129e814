package io.hefu.bench;

import io.hefu.cli.Hub;
import io.hefu.cli.LiveHub;
import io.hefu.delivery.Told;
import io.hefu.ledger.Equation;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** A whole hub as it runs anywhere, with its routes, on a database of its own. */
final class MeasuredHub implements AutoCloseable {
    private static final String SOURCE = "erp";
    private static final String TARGET = "crm";
    private static final String ENTITY = "customer";
    private static final long LOOK_AGAIN_MILLIS = 5;

    private final Hub hub;
    private final LiveHub live;

    MeasuredHub(Path home) {
        hub = Hub.open(home, Clock.systemUTC());
        live = LiveHub.quiet(hub);
    }

    /** Everything read, translated, matched, judged, committed and told to the target, which is told while reading goes on. */
    void load() throws InterruptedException {
        CompletableFuture<Equation> reading =
                CompletableFuture.supplyAsync(() -> live.engine().intake().read(SOURCE, ENTITY));
        boolean ended;
        do {
            ended = reading.isDone();
            Told told = live.engine().delivery().deliver(TARGET, ENTITY);
            if (told.equals(Told.NOTHING) && !ended) {
                Thread.sleep(LOOK_AGAIN_MILLIS);
            }
        } while (!ended);
        try {
            reading.join();
        } catch (CompletionException failed) {
            throw new IllegalStateException("reading failed: " + failed.getCause(), failed.getCause());
        }
    }

    /** Every row read again and compared with its link. */
    Equation sweep() {
        return live.engine().intake().sweep(SOURCE, ENTITY);
    }

    @Override
    public void close() {
        live.close();
        hub.close();
    }
}
