package io.hefu.mapping;

import io.hefu.definition.Position;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A {@link SourceField} while it is gathered; the topmost one stands for the record itself. */
final class SourceNode {
    private final Position position;
    private final Map<String, SourceNode> inside = new LinkedHashMap<>();
    private final Set<String> labels = new LinkedHashSet<>();
    private final Set<String> names = new TreeSet<>();
    private boolean mapped;
    private boolean always;

    SourceNode(Position position) {
        this.position = position;
    }

    Position position() {
        return position;
    }

    boolean isMapped() {
        return mapped;
    }

    boolean isEmpty() {
        return inside.isEmpty();
    }

    Optional<SourceNode> find(String name) {
        return Optional.ofNullable(inside.get(name));
    }

    /** A path is read: each of its steps must be there. Its last one is answered. */
    SourceNode reads(List<String> steps, Position from, boolean always, String label) {
        SourceNode node = this;
        for (String step : steps) {
            SourceNode next = node.decided(step, from);
            // A place in a list stands for all its elements. Should it be the key of an object, it is at least no new
            // one.
            if (node == this || !CellPath.isIndex(step)) {
                next.mapped = true;
                next.always |= always;
                next.labels.add(label);
                node = next;
            }
        }
        return node;
    }

    /** A key that is dropped, or of which the hub itself takes care. */
    SourceNode decided(String name, Position from) {
        return inside.computeIfAbsent(name, created -> new SourceNode(from));
    }

    /** An expression selects these names, here or further inside. */
    void expects(Collection<String> selected) {
        names.addAll(selected);
    }

    /** Its elements are read so; {@code before} stands before what the faults of an element are called. */
    void elements(SourceNode each, String before) {
        names.addAll(each.names);
        each.inside.forEach((name, theirs) -> {
            SourceNode ours = decided(name, theirs.position);
            ours.mapped |= theirs.mapped;
            ours.always |= theirs.always;
            theirs.labels.forEach(label -> ours.labels.add(before + label));
            ours.elements(theirs, before);
        });
    }

    /** The record's level: whatever is not in it is new. */
    SourceLevel record() {
        return level(Set.of(), true);
    }

    private SourceLevel level(Set<String> around, boolean complete) {
        Set<String> all = new TreeSet<>(around);
        all.addAll(names);
        Map<String, SourceField> fields = new LinkedHashMap<>();
        inside.forEach((name, node) -> fields.put(
                name,
                new SourceField(
                        name,
                        node.mapped,
                        node.always,
                        node.position,
                        node.labels,
                        node.level(all, !node.inside.isEmpty()))));
        return new SourceLevel(fields, all, position, complete);
    }
}
