package io.hefu.drift;

import java.util.ArrayList;
import java.util.List;

/**
 * Where objects stand: the record itself, or what a field inside it holds.
 *
 * @param steps the fields that lead there
 * @param before what stands before a key's name, such as {@code lines[].} or {@code address.}
 */
record Place(List<String> steps, String before) {
    static final Place RECORD = new Place(List.of(), "");

    /** @param list whether the objects are the elements of a list */
    Place inside(String field, boolean list) {
        List<String> further = new ArrayList<>(steps);
        further.add(field);
        return new Place(List.copyOf(further), before + field + (list ? "[]." : "."));
    }

    /** The element of a list, in words for one record. */
    Place element(String field, int index) {
        return new Place(inside(field, true).steps, before + field + "[" + index + "].");
    }

    String written(String key) {
        return before + key;
    }

    /** As a mapping's {@code dropped:} says it. */
    String dropped(String key) {
        return steps.isEmpty() ? key : String.join(".", steps) + "." + key;
    }
}
