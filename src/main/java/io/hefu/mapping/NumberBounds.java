package io.hefu.mapping;

import java.math.BigDecimal;

/**
 * How large a number may be before anything is computed with it: writing out 1e9999999 costs seconds and gigabytes, so
 * that one cell could stop the hub.
 */
final class NumberBounds {
    /** Digits before the point, as the dictionary's Money has it. */
    static final int WHOLE = 18;

    /** Digits after the point: enough for unit prices, exchange rates and shares. */
    static final int FRACTION = 18;

    private static final int BITS = 128;

    private NumberBounds() {}

    /** So large, or so finely divided, that not even its digits may be counted. */
    static boolean isHuge(BigDecimal number) {
        return Math.abs((long) number.scale()) > 64 || number.unscaledValue().bitLength() > BITS;
    }

    static boolean allows(BigDecimal number) {
        return !isHuge(number) && number.scale() <= FRACTION && (long) number.precision() - number.scale() <= WHOLE;
    }
}
