package io.hefu.matching.table;

/** Sorts numbers and says where each came from: a radix sort, which is stable and costs the same for any input. */
public final class KeyOrder {
    private static final int BITS = 16;
    private static final int BUCKETS = 1 << BITS;

    private KeyOrder() {}

    /**
     * Sorts in place, as unsigned numbers.
     *
     * @return at each place, where its number stood before; equal numbers stay in their order
     */
    public static int[] sorted(long[] keys) {
        int size = keys.length;
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            order[i] = i;
        }
        long[] sorting = keys;
        long[] keysAfter = new long[size];
        int[] orderAfter = new int[size];
        for (int shift = 0; shift < Long.SIZE; shift += BITS) {
            int[] starts = starts(sorting, shift);
            for (int i = 0; i < size; i++) {
                int to = starts[(int) (sorting[i] >>> shift) & (BUCKETS - 1)]++;
                keysAfter[to] = sorting[i];
                orderAfter[to] = order[i];
            }
            long[] keysBefore = sorting;
            sorting = keysAfter;
            keysAfter = keysBefore;
            int[] orderBefore = order;
            order = orderAfter;
            orderAfter = orderBefore;
        }
        // an even number of passes has brought the numbers back into the array that was given
        return order;
    }

    private static int[] starts(long[] keys, int shift) {
        int[] starts = new int[BUCKETS];
        for (long key : keys) {
            starts[(int) (key >>> shift) & (BUCKETS - 1)]++;
        }
        int sum = 0;
        for (int i = 0; i < BUCKETS; i++) {
            int count = starts[i];
            starts[i] = sum;
            sum += count;
        }
        return starts;
    }
}
