package io.hefu.drift;

import io.hefu.systems.ColumnType;
import java.util.Map;

/**
 * A field of a source as it was seen. A record counts once, however many objects it has at the field's place: the lines of
 * one order are alike and are no evidence of what others carry.
 *
 * @param type what it held; UNKNOWN as long as only nulls were seen
 * @param carriers how many records carried it, in every object at its place
 * @param of how many records had an object at its place, since the field was first seen
 * @param inside the keys of the object, or of the objects in the list, that it holds
 */
record KnownField(ColumnType type, long carriers, long of, Map<String, KnownField> inside) {
    /**
     * So many records must have carried a field, all of them, before one without it means that the source changed. When n of
     * n carried it, the next lacks it by chance about once in n + 2 times (Laplace's rule of succession): under 1 in 20.
     */
    static final long ENOUGH = 20;

    KnownField {
        inside = Map.copyOf(inside);
    }

    /** Whether every record so far carried it. */
    boolean isAlways() {
        return of > 0 && carriers >= of;
    }

    /** Whether it counts as part of the source's shape. */
    boolean isWellKnown() {
        return isAlways() && of >= ENOUGH;
    }
}
