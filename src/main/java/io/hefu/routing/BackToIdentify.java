package io.hefu.routing;

import io.hefu.journey.CanonicalBatch;
import io.hefu.journey.StaleBatch;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.apache.camel.ExchangeException;

/**
 * Takes a batch whose world moved back to identify: after a moment, longer from attempt to attempt and never the same, so
 * that batches that met once do not meet again; and not for ever.
 */
public final class BackToIdentify {
    /** More than eight writers that all want the same records ever needed. */
    public static final int MOST_ATTEMPTS = 25;

    private static final Duration FIRST = Duration.ofMillis(5);
    private static final Duration LONGEST = Duration.ofMillis(400);

    private final RandomGenerator random;

    public BackToIdentify(RandomGenerator random) {
        this.random = random;
    }

    /** @throws StaleBatch the same, when there were enough attempts */
    public CanonicalBatch again(@ExchangeException StaleBatch stale) {
        int attempt = stale.batch().attempt();
        if (attempt > MOST_ATTEMPTS) {
            throw stale;
        }
        try {
            Thread.sleep(random.nextLong(longest(attempt)));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw stale;
        }
        return stale.batch();
    }

    private static long longest(int attempt) {
        long doubled = FIRST.toMillis() << Math.min(attempt, 10);
        return Math.min(doubled, LONGEST.toMillis());
    }
}
