package io.hefu.mapping;

import io.hefu.definition.Position;
import java.util.Set;

/**
 * A field of the source that the mapping knows.
 *
 * @param name column, or key of an object
 * @param mapped false when it is only decided about: dropped, or the parent's key in a child row
 * @param always whether every record, or object at its place, must carry it
 * @param position of what maps or drops it
 * @param labels what faults of the canonical fields that read it call their source, with {@code []} for any element
 * @param inside what the mapping knows of the object, or of the objects in the list, that it holds
 */
public record SourceField(
        String name, boolean mapped, boolean always, Position position, Set<String> labels, SourceLevel inside) {
    public SourceField {
        labels = Set.copyOf(labels);
    }
}
