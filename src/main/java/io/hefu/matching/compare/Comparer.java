package io.hefu.matching.compare;

import java.util.Arrays;

/**
 * The level on which two values of one column agree, remembered for the pairs of values that were asked for last. Not
 * thread-safe.
 */
public final class Comparer {
    private static final int REMEMBERED = 1 << 16;
    private static final long NOTHING = -1;

    private final Scale scale;
    private final Values values;
    private final Letters letters;
    private final long[] pairs;
    private final byte[] levels;

    /** Remembers nothing: for values of which numbers are used again. */
    public static Comparer forgetful(Scale scale, Values values, Letters letters) {
        return new Comparer(scale, values, letters, 0);
    }

    /** @param letters may be shared with other comparers of the same thread */
    public Comparer(Scale scale, Values values, Letters letters) {
        this(scale, values, letters, scale == Scale.SAME ? 0 : REMEMBERED);
    }

    private Comparer(Scale scale, Values values, Letters letters, int remembered) {
        this.scale = scale;
        this.values = values;
        this.letters = letters;
        this.pairs = new long[remembered];
        this.levels = new byte[remembered];
        Arrays.fill(pairs, NOTHING);
    }

    /** @param a the number of a value; 0 for none */
    public int level(int a, int b) {
        if (a == 0 || b == 0) {
            return Scale.NOT_COMPARED;
        }
        if (a == b) {
            return scale.equal();
        }
        return scale == Scale.SAME || !scale.mayAgree(values, a, b)
                ? Scale.DIFFERENT
                : remembered(Math.min(a, b), Math.max(a, b));
    }

    private int remembered(int a, int b) {
        if (pairs.length == 0) {
            letters.set(values, a, b);
            return scale.unequal(letters);
        }
        long pair = (long) a << 32 | b;
        int slot = (int) (pair * 0x9E3779B97F4A7C15L >>> 48);
        if (pairs[slot] != pair) {
            letters.set(values, a, b);
            pairs[slot] = pair;
            levels[slot] = (byte) scale.unequal(letters);
        }
        return levels[slot];
    }
}
