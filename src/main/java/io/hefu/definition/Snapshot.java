package io.hefu.definition;

import java.util.Map;

/**
 * All compiled definitions of one moment, versioned together. Immutable, and shared by every step of one batch.
 *
 * @param version changes whenever any edited file changes; a short hash that a person can compare
 * @param parts the compiled definitions, by their type
 */
public record Snapshot(String version, Map<Class<?>, Object> parts) {
    public Snapshot {
        parts = Map.copyOf(parts);
    }

    /** @throws IllegalArgumentException when no part of that type was compiled */
    public <T> T part(Class<T> type) {
        Object part = parts.get(type);
        if (part == null) {
            throw new IllegalArgumentException("the snapshot holds no " + type.getSimpleName());
        }
        return type.cast(part);
    }
}
