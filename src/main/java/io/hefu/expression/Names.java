package io.hefu.expression;

import java.util.Set;

/** The names that expressions may use. */
final class Names {
    static final String RECORD = "record";
    static final String BEFORE = "before";
    static final String ROW = "row";
    static final String VALUE = "value";
    static final String TODAY = "today";
    /** What {@code changed('field')} looks into; not for people. */
    static final String CHANGES = "__changes";
    /** Marks the running element of {@code sum(list, 'field')}. */
    static final String SUMMED = "__summed";

    static final Set<String> MACROS = Set.of("has", "exists", "exists_one", "all", "filter", "map", "sum", "changed");

    private Names() {}
}
