package io.hefu.routing;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the routes folder again and again, and takes up edited routes. It waits until the files stay the same for one
 * look, so that a half-written file is not judged.
 */
public final class RouteWatcher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RouteWatcher.class);

    private final Routes routes;
    private final Consumer<Swap> told;
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "hefu-routes-watching");
        thread.setDaemon(true);
        return thread;
    });
    private String seen;
    private String tried;

    /** @param told hears of every attempt, good or bad */
    public RouteWatcher(Routes routes, Duration every, Consumer<Swap> told) {
        this.routes = routes;
        this.told = told;
        this.seen = routes.versionOnDisk();
        this.tried = seen;
        looking.scheduleWithFixedDelay(this::look, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            String now = routes.versionOnDisk();
            boolean settled = now.equals(seen);
            seen = now;
            if (settled && !now.equals(tried)) {
                tried = now;
                tell(routes.reload());
            }
        } catch (RuntimeException fault) {
            LOG.error("The routes could not be looked at; they go on as they are", fault);
        }
    }

    private void tell(Swap swap) {
        if (swap instanceof Swap.Refused refused) {
            refused.violations().forEach(violation -> LOG.warn(violation.in(Locale.ENGLISH)));
        }
        told.accept(swap);
    }

    @Override
    public void close() {
        looking.shutdownNow();
    }
}
