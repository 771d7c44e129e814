package io.hefu.definition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers every violation so that all are told at once. Not thread-safe. */
public final class Violations {
    private final List<Violation> found = new ArrayList<>();

    public void add(Violation violation) {
        if (!found.contains(violation)) {
            found.add(violation);
        }
    }

    public void add(Position position, Text what, Text allowed, Text attempt) {
        add(new Violation(position, what, allowed, attempt));
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** In the order of files and lines. */
    public List<Violation> all() {
        return found.stream()
                .sorted(Comparator.comparing((Violation v) -> v.position().file())
                        .thenComparing(v -> v.position().line()))
                .toList();
    }

    /** @throws InvalidDefinitionsException when there is any */
    public void throwIfAny() {
        if (!isEmpty()) {
            throw new InvalidDefinitionsException(all());
        }
    }
}
