package io.hefu.matching.compare;

import java.util.Arrays;

/** Two texts side by side and their distances, computed 64 places at a time. Reused, not thread-safe. */
public final class Letters {
    /** Texts are compared by so many characters; whether they are equal is decided on the whole. */
    static final int LONGEST = 64;

    private static final double WINKLER_SHARE = 0.1;
    private static final int WINKLER_PREFIX = 4;

    private final CharacterMasks masks = new CharacterMasks();
    private final char[] first = new char[LONGEST];
    private final char[] second = new char[LONGEST];
    private int firstLength;
    private int secondLength;

    /** Sets both texts, the smaller one first, so that no distance depends on the order in which they are named. */
    public void set(Values values, int a, int b) {
        firstLength = values.copy(a, first);
        secondLength = values.copy(b, second);
        if (order() > 0) {
            secondLength = values.copy(a, second);
            firstLength = values.copy(b, first);
        }
        masks.set(first, firstLength);
    }

    public void set(String a, String b) {
        Values two = new Values();
        set(two, two.code(a), two.code(b));
    }

    int shorter() {
        return Math.min(firstLength, secondLength);
    }

    private int order() {
        if (firstLength != secondLength) {
            return firstLength - secondLength;
        }
        return Arrays.compare(first, 0, firstLength, second, 0, secondLength);
    }

    /**
     * Characters to insert, delete, replace or swap with their neighbour (optimal string alignment), after Hyyrö, "A
     * bit-vector algorithm for computing Levenshtein and Damerau edit distances" (2003).
     */
    public int edits() {
        if (firstLength == 0) {
            return secondLength;
        }
        long positive = -1L;
        long negative = 0;
        long diagonal = 0;
        long matchedBefore = 0;
        long last = 1L << (firstLength - 1);
        int distance = firstLength;
        for (int j = 0; j < secondLength; j++) {
            long matched = masks.of(second[j]);
            long swapped = ((~diagonal & matched) << 1) & matchedBefore;
            diagonal = (((matched & positive) + positive) ^ positive) | matched | negative | swapped;
            long up = negative | ~(diagonal | positive);
            long down = diagonal & positive;
            distance += (up & last) != 0 ? 1 : 0;
            distance -= (down & last) != 0 ? 1 : 0;
            up = (up << 1) | 1;
            down <<= 1;
            positive = down | ~(diagonal | up);
            negative = up & diagonal;
            matchedBefore = matched;
        }
        return distance;
    }

    /** Jaro's likeness raised by Winkler for a common beginning; 1 for equal texts, 0 for texts without a common letter. */
    public double jaroWinkler() {
        double jaro = jaro();
        int prefix = 0;
        while (prefix < WINKLER_PREFIX && prefix < shorter() && first[prefix] == second[prefix]) {
            prefix++;
        }
        return jaro + prefix * WINKLER_SHARE * (1 - jaro);
    }

    private double jaro() {
        int window = Math.max(0, Math.max(firstLength, secondLength) / 2 - 1);
        long ofFirst = 0;
        long ofSecond = 0;
        for (int j = 0; j < secondLength; j++) {
            long near = window(j, window) & masks.of(second[j]) & ~ofFirst;
            if (near != 0) {
                ofFirst |= near & -near;
                ofSecond |= 1L << j;
            }
        }
        int common = Long.bitCount(ofFirst);
        if (common == 0) {
            return 0;
        }
        double kept = common - outOfOrder(ofFirst, ofSecond) / 2.0;
        return ((double) common / firstLength + (double) common / secondLength + kept / common) / 3;
    }

    private static long window(int at, int reach) {
        int from = Math.max(0, at - reach);
        int to = Math.min(LONGEST - 1, at + reach);
        return from >= LONGEST ? 0 : (-1L << from) & (-1L >>> (LONGEST - 1 - to));
    }

    private int outOfOrder(long ofFirst, long ofSecond) {
        int count = 0;
        for (long a = ofFirst, b = ofSecond; a != 0; a &= a - 1, b &= b - 1) {
            if (first[Long.numberOfTrailingZeros(a)] != second[Long.numberOfTrailingZeros(b)]) {
                count++;
            }
        }
        return count;
    }

    /** The length of the common beginning. */
    int commonBeginning() {
        int length = 0;
        while (length < shorter() && first[length] == second[length]) {
            length++;
        }
        return length;
    }

    /** Whether one of the texts stands whole in the other. */
    boolean oneInTheOther() {
        return firstLength > 0 && new String(second, 0, secondLength).contains(new String(first, 0, firstLength));
    }
}
