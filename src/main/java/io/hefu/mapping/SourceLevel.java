package io.hefu.mapping;

import io.hefu.definition.Position;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a mapping knows of a source's records, or of the objects that stand at one place inside them. Immutable. */
public final class SourceLevel {
    private final Map<String, SourceField> fields;
    private final Map<String, SourceField> mapped = new LinkedHashMap<>();
    private final Set<String> names;
    private final Position position;
    private final boolean complete;

    /**
     * @param fields those that the mapping reads by their path, or that were dropped
     * @param names those that an expression selects somewhere inside what it reads, here or elsewhere
     * @param position of what reads the level
     * @param complete whether every other key is a new one; false where all is left to an expression
     */
    SourceLevel(Map<String, SourceField> fields, Set<String> names, Position position, boolean complete) {
        this.fields = new LinkedHashMap<>(fields);
        fields.values().stream().filter(SourceField::mapped).forEach(field -> mapped.put(field.name(), field));
        this.names = Set.copyOf(names);
        this.position = position;
        this.complete = complete;
    }

    /**
     * What the mapping reads here, by name: by its path, in the order of the file, and of what an expression may look for
     * what was seen.
     */
    public Map<String, SourceField> expected(Set<String> seen) {
        if (names.isEmpty()) {
            return Collections.unmodifiableMap(mapped);
        }
        Map<String, SourceField> expected = new LinkedHashMap<>(mapped);
        seen.stream()
                .sorted()
                .forEach(name ->
                        find(name).filter(SourceField::mapped).ifPresent(field -> expected.putIfAbsent(name, field)));
        return expected;
    }

    /** Also of a name that an expression may look for here. */
    public Optional<SourceField> find(String name) {
        SourceField field = fields.get(name);
        if (field != null || !names.contains(name)) {
            return Optional.ofNullable(field);
        }
        SourceLevel inside = new SourceLevel(Map.of(), names, position, false);
        return Optional.of(new SourceField(name, true, false, position, Set.of(), inside));
    }

    /** Whether a field is mapped or dropped, by its name as messages write it: {@code lines[].gross} for one inside. */
    public boolean decides(String written) {
        if (find(written).isPresent()) {
            return true;
        }
        int dot = written.indexOf('.');
        return dot > 0
                && find(written.substring(0, dot).replace("[]", ""))
                        .filter(field ->
                                !field.inside().isComplete() || field.inside().decides(written.substring(dot + 1)))
                        .isPresent();
    }

    /** Whether every key that is not found here is a new one. */
    public boolean isComplete() {
        return complete;
    }

    /** Whether the mapping looks for nothing here. */
    public boolean isEmpty() {
        return fields.isEmpty() && names.isEmpty();
    }
}
