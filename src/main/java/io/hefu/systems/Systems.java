package io.hefu.systems;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every system of the deployment, compiled. A part of the snapshot. */
public final class Systems {
    private final Map<String, SystemDefinition> byId = new LinkedHashMap<>();

    public Systems(List<SystemDefinition> systems) {
        systems.forEach(system -> byId.put(system.id(), system));
    }

    public List<SystemDefinition> all() {
        return List.copyOf(byId.values());
    }

    public Optional<SystemDefinition> find(String system) {
        return Optional.ofNullable(byId.get(system));
    }
}
