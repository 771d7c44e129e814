package io.hefu.routing;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a route may name by {@code bean: {ref: …}}.
 *
 * @param types what each name stands for, enough to check routes with
 * @param instances the beans themselves; empty when routes are only checked
 */
public record RouteBeans(Map<String, Class<?>> types, Map<String, Object> instances) {
    public RouteBeans {
        types = Map.copyOf(types);
        instances = Map.copyOf(instances);
    }

    /** Beans to run with. */
    public static RouteBeans of(Map<String, Object> instances) {
        Map<String, Class<?>> types = instances.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, bean -> bean.getValue().getClass()));
        return new RouteBeans(types, instances);
    }

    /** Names and types to check routes against where nothing runs. */
    public static RouteBeans named(Map<String, Class<?>> types) {
        return new RouteBeans(types, Map.of());
    }

    /** These beans and more; a name in both stands for the other's bean. */
    public RouteBeans and(RouteBeans more) {
        Map<String, Class<?>> allTypes = new TreeMap<>(types);
        allTypes.putAll(more.types);
        Map<String, Object> allInstances = new TreeMap<>(instances);
        allInstances.putAll(more.instances);
        return new RouteBeans(allTypes, allInstances);
    }

    /** Whether routes can run, not only be checked. */
    boolean running() {
        return instances.keySet().containsAll(types.keySet());
    }

    Optional<Class<?>> type(String name) {
        return Optional.ofNullable(types.get(name));
    }

    Set<String> names() {
        return new TreeSet<>(types.keySet());
    }
}
