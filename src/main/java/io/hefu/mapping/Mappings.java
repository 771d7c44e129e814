package io.hefu.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every mapping of the deployment, compiled. A part of the snapshot. */
public final class Mappings {
    private final Map<String, Mapping> byName = new LinkedHashMap<>();

    public Mappings(List<Mapping> mappings) {
        mappings.forEach(
                mapping -> byName.put(name(mapping.system(), mapping.entity().name()), mapping));
    }

    public List<Mapping> all() {
        return List.copyOf(byName.values());
    }

    public Optional<Mapping> find(String system, String entity) {
        return Optional.ofNullable(byName.get(name(system, entity)));
    }

    /** The mappings that tell this entity to a system. */
    public List<Mapping> writersOf(String entity) {
        return all().stream()
                .filter(mapping -> mapping.entity().name().equals(entity)
                        && mapping.write().isPresent())
                .toList();
    }

    private static String name(String system, String entity) {
        return system + "/" + entity;
    }
}
