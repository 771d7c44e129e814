package io.hefu.routing;

import java.util.Map;

/**
 * What the routes of the way must be: where a batch may enter and as what, and as what it leaves.
 *
 * @param entries the type of the batch that enters at each endpoint, by the endpoint such as {@code direct:way}
 * @param end the type of the batch that leaves, wherever it entered
 */
public record WayOrder(Map<String, Class<?>> entries, Class<?> end) {
    public WayOrder {
        entries = Map.copyOf(entries);
    }
}
