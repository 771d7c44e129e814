package io.hefu.bench;

import io.hefu.adapters.jdbc.JdbcConnection;
import io.hefu.adapters.settings.Settings;
import io.hefu.adapters.settings.Surroundings;
import io.hefu.systems.Connections;
import io.hefu.systems.SystemConnection;
import io.hefu.systems.Systems;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The connections of the two databases. */
final class BenchConnections implements Connections {
    private final Systems systems;
    private final Surroundings surroundings;
    private final Map<String, SystemConnection> open = new ConcurrentHashMap<>();

    BenchConnections(Systems systems, BenchHome home) {
        this.systems = systems;
        this.surroundings = Surroundings.of(home.config()).withProperties(home::property);
    }

    @Override
    public SystemConnection to(String system) {
        return open.computeIfAbsent(
                system, id -> new JdbcConnection(new Settings(systems.find(id).orElseThrow(), surroundings)));
    }

    @Override
    public void close() {
        open.values().forEach(SystemConnection::close);
    }
}
