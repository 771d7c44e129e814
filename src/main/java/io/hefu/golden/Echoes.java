package io.hefu.golden;

import io.hefu.dictionary.EntityType;
import java.util.Collection;
import java.util.Map;

/** What the hub wrote into the rows of a system, as read. */
@FunctionalInterface
public interface Echoes {
    /** By the rows' keys; those of which nothing is kept are left out. */
    Map<String, Echo> find(String system, EntityType entity, Collection<String> keys);
}
