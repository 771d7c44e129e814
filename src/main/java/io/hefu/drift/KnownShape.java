package io.hefu.drift;

import java.util.Map;

/**
 * What the records of an entity looked like in its system so far, as far as the mapping reads them.
 *
 * @param records how many were seen
 */
public record KnownShape(long records, Map<String, KnownField> fields) {
    /** Past this many records little is learned from one more, and nothing is written for what is as it was. */
    private static final long ENOUGH = 1000;

    public KnownShape {
        fields = Map.copyOf(fields);
    }

    static KnownShape nothing() {
        return new KnownShape(0, Map.of());
    }

    boolean isSettled() {
        return records >= ENOUGH;
    }
}
