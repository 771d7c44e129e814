package io.hefu.routing;

import java.util.HashSet;
import java.util.Set;

/**
 * What the mappings describe, so that no trigger reads or writes what has none.
 *
 * @param read flows that can be read, each as {@code system/entity}
 * @param written flows that can be written, each as {@code system/entity}
 */
public record KnownFlows(Set<String> read, Set<String> written) {
    public KnownFlows {
        read = Set.copyOf(read);
        written = Set.copyOf(written);
    }

    /** Further ones, of which nothing is known but that they are meant to be there. */
    public KnownFlows with(Set<String> meant) {
        return new KnownFlows(union(read, meant), union(written, meant));
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>(one);
        both.addAll(other);
        return both;
    }
}
