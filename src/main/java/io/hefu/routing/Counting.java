package io.hefu.routing;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Route;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.apache.camel.support.RoutePolicySupport;

/** Counts what goes through each route, and goes on counting when the routes are swapped; marks what a trigger began. */
final class Counting implements RoutePolicyFactory {
    /** What was counted of one route. */
    record Count(
            long exchanges,
            long failures,
            Optional<Instant> last,
            Optional<Instant> lastFailure,
            Optional<String> fault) {
        static final Count NONE = new Count(0, 0, Optional.empty(), Optional.empty(), Optional.empty());

        Count plus(Instant at) {
            return new Count(exchanges + 1, failures, Optional.of(at), lastFailure, fault);
        }

        Count failed(Instant at, String said) {
            return new Count(exchanges + 1, failures + 1, Optional.of(at), Optional.of(at), Optional.of(said));
        }
    }

    /** The exchange property that names the trigger in which an exchange began; the error policy asks for it. */
    static final String TRIGGER = "trigger";

    private final Map<String, Count> counts = new ConcurrentHashMap<>();
    private final Clock clock;
    private final Predicate<Throwable> expected;

    /** @param expected faults that belong to a route's normal course and are no failure */
    Counting(Clock clock, Predicate<Throwable> expected) {
        this.clock = clock;
        this.expected = expected;
    }

    Count of(String route) {
        return counts.getOrDefault(route, Count.NONE);
    }

    void keepOnly(Set<String> routes) {
        counts.keySet().retainAll(routes);
    }

    @Override
    public RoutePolicy createRoutePolicy(CamelContext context, String routeId, NamedNode route) {
        return new RoutePolicySupport() {
            @Override
            public void onExchangeBegin(Route begun, Exchange exchange) {
                if (!Generation.isCalled(begun)) {
                    exchange.setProperty(TRIGGER, begun.getRouteId());
                }
            }

            @Override
            public void onExchangeDone(Route done, Exchange exchange) {
                count(done.getRouteId(), exchange);
            }
        };
    }

    private void count(String route, Exchange exchange) {
        Throwable fault = exchange.getException() != null
                ? exchange.getException()
                : exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        Instant now = clock.instant();
        boolean failed = fault != null && !expected.test(fault);
        counts.compute(route, (id, old) -> {
            Count count = old == null ? Count.NONE : old;
            return failed ? count.failed(now, String.valueOf(fault.getMessage())) : count.plus(now);
        });
    }
}
