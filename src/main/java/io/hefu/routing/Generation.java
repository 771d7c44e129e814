package io.hefu.routing;

import io.hefu.adapters.http.HttpClientRules;
import io.hefu.definition.Violations;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Consumer;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.Route;
import org.apache.camel.RouteAware;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.RouteConfigurationBuilder;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.RouteConfigurationDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.support.service.ServiceHelper;

/**
 * One loading of all routes, in a Camel context of its own. It is built whole before the one before is touched, so that
 * what does not load never runs; the one before ends when its last exchange has.
 */
final class Generation {
    private final List<RouteItem> items;
    private final DefaultCamelContext context;
    private final Lease lease = new Lease();
    private final List<String> off = new ArrayList<>();
    private final ProducerTemplate template;

    private Generation(List<RouteItem> items, DefaultCamelContext context) {
        this.items = items;
        this.context = context;
        this.template = context.createProducerTemplate();
    }

    /** Loads the items with every route still stopped; what Camel refuses is in the violations. */
    static Generation build(
            String name, List<RouteItem> items, RoutingContext surroundings, Counting counting, Violations violations) {
        DefaultCamelContext context = context(name, surroundings, counting);
        Generation generation = new Generation(items, context);
        context.start();
        Comparator<RouteItem> policyFirst = Comparator.comparing(RouteItem::isRoute);
        items.stream().sorted(policyFirst).forEach(item -> {
            try {
                generation.add(item, surroundings.beans().running());
            } catch (Exception fault) {
                violations.add(CamelFaults.of(item, fault));
            }
        });
        return generation;
    }

    private static DefaultCamelContext context(String name, RoutingContext surroundings, Counting counting) {
        DefaultCamelContext context = new DefaultCamelContext(false);
        context.disableJMX();
        context.getCamelContextExtension().setName(name);
        context.getCamelContextExtension().setProfile("prod");
        context.getPropertiesComponent().addPropertiesSource(Placeholders.source(surroundings.properties()));
        context.setTracing(false);
        context.setBacklogTracing(false);
        context.setDebugging(false);
        context.setMessageHistory(false);
        context.setLogMask(true);
        context.setLogExhaustedMessageBody(false);
        context.setLoadHealthChecks(false);
        context.addRoutePolicyFactory(counting);
        surroundings.beans().instances().forEach(context.getRegistry()::bind);
        context.build();
        for (String scheme : List.of("http", "https")) {
            HttpComponent http = context.getComponent(scheme, HttpComponent.class);
            http.setHeaderFilterStrategy(new HeaderRules());
            http.setHttpClientConfigurer(new HttpClientRules());
        }
        return context;
    }

    private void add(RouteItem item, boolean running) throws Exception {
        var resource = ResourceHelper.fromString(item.file(), item.text());
        RouteBuilder builder = (RouteBuilder) PluginHelper.getRoutesLoader(context)
                .findRoutesBuilders(resource)
                .iterator()
                .next();
        builder.configureRoutes(context);
        for (RouteConfigurationDefinition policy : configurations(builder)) {
            context.addRouteConfiguration(policy);
        }
        for (RouteDefinition route : builder.getRouteCollection().getRoutes()) {
            builder.getRouteCollection().prepareRoute(route);
            if ("false".equals(resolved(route.getAutoStartup()))) {
                off.add(route.getRouteId());
            }
            route.setAutoStartup("false");
            if (!running) {
                Silence.beans(route);
            }
            context.addRouteDefinition(route);
            // Camel configures a consumer only when it is made: made once now, so that a wrong parameter is found.
            context.getRoute(route.getRouteId()).getEndpoint().createConsumer(Silence.NOTHING);
        }
    }

    private List<RouteConfigurationDefinition> configurations(RouteBuilder builder) throws Exception {
        if (builder instanceof RouteConfigurationBuilder policies) {
            policies.configuration();
            return policies.getRouteConfigurationCollection().getRouteConfigurations();
        }
        return List.of();
    }

    private String resolved(String text) {
        return text == null ? "" : context.resolvePropertyPlaceholders(text);
    }

    /**
     * Starts what is called by others first, then what starts by itself.
     *
     * @param triggers whether routes that start by themselves run at all
     */
    void start(boolean triggers) throws Exception {
        List<Route> routes = new ArrayList<>(context.getRoutes());
        routes.sort(Comparator.comparing((Route route) -> !isCalled(route)));
        for (Route route : routes) {
            if (!off.contains(route.getRouteId()) && (triggers || isCalled(route))) {
                context.getRouteController().startRoute(route.getRouteId());
            }
        }
    }

    void startTriggers() {
        try {
            start(true);
        } catch (Exception fault) {
            throw new IllegalStateException("a trigger did not start", fault);
        }
    }

    /** Starts no new exchange by itself; those under way, and calls, go on. */
    void pause() {
        triggers().forEach(ServiceHelper::suspendService);
    }

    void resume() {
        triggers().forEach(ServiceHelper::resumeService);
    }

    /** Waits for callers and for exchanges under way, then stops for good. */
    void end(Duration atMost) {
        List<String> triggered = triggers().stream()
                .map(consumer -> ((RouteAware) consumer).getRoute().getRouteId())
                .toList();
        pause();
        awaitEnd(triggered, atMost);
        lease.close(atMost);
        context.getShutdownStrategy().setTimeUnit(TimeUnit.MILLISECONDS);
        context.getShutdownStrategy().setTimeout(Math.max(1, atMost.toMillis()));
        try {
            template.close();
            context.close();
        } catch (IOException fault) {
            throw new IllegalStateException("routes could not be stopped", fault);
        }
    }

    /** What a trigger began calls these routes from step to step: they must be there until it is through. */
    private void awaitEnd(List<String> triggered, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        try {
            while (System.nanoTime() < end
                    && triggered.stream()
                            .anyMatch(route -> context.getInflightRepository().size(route) > 0)) {
                Thread.sleep(20);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    /** False when this generation has ended: its successor must be asked. */
    boolean enter() {
        return lease.enter();
    }

    void leave() {
        lease.leave();
    }

    ProducerTemplate template() {
        return template;
    }

    List<RouteItem> items() {
        return items;
    }

    RouteHealth.State state(String route) {
        if (off.contains(route)) {
            return RouteHealth.State.OFF;
        }
        var status = context.getRouteController().getRouteStatus(route);
        return status != null && status.isStarted() ? RouteHealth.State.RUNNING : RouteHealth.State.STOPPED;
    }

    private List<Consumer> triggers() {
        return context.getRoutes().stream()
                .filter(route -> !isCalled(route))
                // One that is off or was never started must not be started by a resume.
                .filter(route -> state(route.getRouteId()) == RouteHealth.State.RUNNING)
                .map(Route::getConsumer)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Whether the route only runs when someone calls it; any other route is a trigger. */
    static boolean isCalled(Route route) {
        return route.getEndpoint().getEndpointUri().startsWith("direct:");
    }
}
