package io.hefu.routing;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the routes of an installation stand in.
 *
 * @param home the installation's folder; the routes are in {@code routes/}
 * @param flows asked at each load, since mappings change too
 * @param properties what <code>{{name}}</code> stands for; <code>{{env:NAME}}</code> is the environment's
 */
public record RoutingContext(
        Path home,
        RouteBeans beans,
        Supplier<KnownFlows> flows,
        Function<String, Optional<String>> properties,
        WayOrder order) {}
