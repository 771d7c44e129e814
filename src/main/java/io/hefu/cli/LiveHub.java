package io.hefu.cli;

import io.hefu.adapters.AdapterConnections;
import io.hefu.adapters.http.CamelHttpTransport;
import io.hefu.adapters.mail.CamelMailTransport;
import io.hefu.adapters.settings.Surroundings;
import io.hefu.console.page.Console;
import io.hefu.mapping.Mappings;
import io.hefu.routing.BackToIdentify;
import io.hefu.routing.CamelWay;
import io.hefu.routing.JourneyRoutes;
import io.hefu.routing.RouteBeans;
import io.hefu.routing.RouteCalls;
import io.hefu.routing.Routes;
import io.hefu.routing.RoutingContext;
import io.hefu.systems.Connections;
import io.hefu.systems.Systems;
import java.net.BindException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** A {@link Hub} with its systems reached and its routes running. Closing it leaves the hub open. */
public final class LiveHub implements AutoCloseable {
    /** Bytes that an answer of a system over HTTP may have. */
    private static final int LARGEST_ANSWER = 64 << 20;

    private final Hub hub;
    private final Connections connections;
    private final Engine engine;
    private final Routes routes;

    private LiveHub(Hub hub) {
        this.hub = hub.requireSound();
        RouteCalls calls = new RouteCalls();
        Surroundings surroundings = new Surroundings(
                hub.home().config(),
                name -> Optional.ofNullable(hub.environment().get(name)),
                hub.settings()::placeholder,
                hub.clock());
        this.connections = new AdapterConnections(
                () -> hub.books().snapshot().get().part(Systems.class),
                surroundings,
                new CamelHttpTransport(calls.template(), LARGEST_ANSWER),
                new CamelMailTransport(calls.template()));
        this.engine = new Engine(hub, connections, new CamelWay(calls));
        this.routes = new Routes(routing(), calls, hub.clock(), JourneyRoutes.expected());
    }

    /**
     * With the routes that are called; triggers start by {@link Routes#startTriggers}.
     *
     * @throws io.hefu.definition.InvalidDefinitionsException with every fault of definitions or routes, when there is any
     */
    public static LiveHub quiet(Hub hub) {
        LiveHub live = new LiveHub(hub);
        try {
            live.routes.startCalled();
            return live;
        } catch (RuntimeException fault) {
            live.close();
            throw fault;
        }
    }

    public Engine engine() {
        return engine;
    }

    public Routes routes() {
        return routes;
    }

    /**
     * Shows the status page of this hub.
     *
     * @param port on the loopback address; 0 for any free one
     * @throws BindException when the port is taken
     */
    public Console show(int port) throws BindException {
        return Console.start(
                new Console.Shown(
                        hub.books(), Optional.of(engine.flows()), routes::health, Optional.of(engine.lookup())),
                port);
    }

    private RoutingContext routing() {
        Map<String, Object> beans = new HashMap<>(engine.beans());
        beans.put("again", new BackToIdentify(RandomGenerator.getDefault()));
        beans.put("housekeeping", new Retention(hub.books().ledger(), hub.clock()));
        return new RoutingContext(
                hub.home().folder(),
                RouteBeans.of(beans),
                () -> JourneyRoutes.flows(hub.books().snapshot().get().part(Mappings.class)),
                hub.settings()::placeholder,
                JourneyRoutes.ORDER);
    }

    @Override
    public void close() {
        routes.close();
        connections.close();
    }
}
