package io.hefu.matching.cluster;

import java.util.Arrays;

/** Scored pairs of rows, the strongest first. */
public record Links(int[] first, int[] second, float[] bits) {
    public int size() {
        return bits.length;
    }

    /** Pairs as they are found; grows. Not thread-safe. */
    public static final class Builder {
        private int[] first = new int[256];
        private int[] second = new int[256];
        private float[] bits = new float[256];
        private int size;

        public void add(int a, int b, float ofBits) {
            if (size == bits.length) {
                int larger = size + size / 2;
                first = Arrays.copyOf(first, larger);
                second = Arrays.copyOf(second, larger);
                bits = Arrays.copyOf(bits, larger);
            }
            first[size] = Math.min(a, b);
            second[size] = Math.max(a, b);
            bits[size++] = ofBits;
        }

        public void addAll(Builder other) {
            for (int i = 0; i < other.size; i++) {
                add(other.first[i], other.second[i], other.bits[i]);
            }
        }

        public int size() {
            return size;
        }

        /** The strongest first; equal ones in the order of their rows. */
        public Links sorted() {
            int[] order = Order.of(size, this::key, (a, b) -> {
                int byFirst = Integer.compare(first[a], first[b]);
                return byFirst != 0 ? byFirst : Integer.compare(second[a], second[b]);
            });
            int[] firstSorted = new int[size];
            int[] secondSorted = new int[size];
            float[] bitsSorted = new float[size];
            for (int i = 0; i < size; i++) {
                firstSorted[i] = first[order[i]];
                secondSorted[i] = second[order[i]];
                bitsSorted[i] = bits[order[i]];
            }
            return new Links(firstSorted, secondSorted, bitsSorted);
        }

        /** Grows as the bits fall. */
        private int key(int at) {
            int raw = Float.floatToIntBits(bits[at]);
            return ~(raw < 0 ? ~raw : raw ^ Integer.MIN_VALUE) ^ Integer.MIN_VALUE;
        }
    }
}
