package io.hefu.routing;

import java.time.Instant;
import java.util.Optional;

/**
 * How a route fares, over all its versions since the process started.
 *
 * @param file where it stands
 * @param description as written
 * @param from where it starts, without its options
 * @param exchanges how many went through, failed ones included
 * @param failures how many failed; one that went on after a fault counts as failed
 * @param last when the last exchange ended
 * @param lastFailure when the last failed one ended
 * @param fault what the last failed one said, without the content of records
 */
public record RouteHealth(
        String id,
        String file,
        String description,
        String from,
        State state,
        long exchanges,
        long failures,
        Optional<Instant> last,
        Optional<Instant> lastFailure,
        Optional<String> fault) {
    /** What a route is doing. */
    public enum State {
        RUNNING,
        /** Its file says {@code autoStartup: false}. */
        OFF,
        STOPPED
    }
}
