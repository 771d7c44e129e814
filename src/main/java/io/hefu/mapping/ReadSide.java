package io.hefu.mapping;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How an entity is read from a system.
 *
 * @param changed the column that says when a record last changed, or several with commas, of which the greatest counts;
 *     empty: only sweeps find changes
 * @param overlap how far before the last position to read again
 * @param children resources whose rows belong to a row as a list
 * @param mayVanish whether a sweep may find most of what was there gone; else that is taken for a fault of the source
 * @param newFieldsPause whether a field that the mapping does not know pauses the entity; else it is only reported
 */
public record ReadSide(
        String resource,
        String key,
        Optional<String> changed,
        Duration overlap,
        int batchSize,
        List<Child> children,
        boolean mayVanish,
        boolean newFieldsPause) {

    /** Each column that {@code changed} names. */
    public List<String> changedColumns() {
        return changed.map(text -> List.of(text.trim().split("\\s*,\\s*"))).orElse(List.of());
    }

    /**
     * Rows of another resource that belong to this one's, joined under the column {@code as}.
     *
     * @param parent the column of the child that holds the parent's key
     * @param order the column of the child by which they are ordered; without it they come as their system gives them
     */
    public record Child(String as, String resource, String parent, Optional<String> order) {}
}
