package io.hefu.definition;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The edited files have faults; carries all of them. */
public final class InvalidDefinitionsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    public InvalidDefinitionsException(List<Violation> violations) {
        super(violations.stream().map(v -> v.in(Locale.ENGLISH)).collect(Collectors.joining(System.lineSeparator())));
        this.violations = List.copyOf(violations);
    }

    public List<Violation> violations() {
        return violations;
    }
}
