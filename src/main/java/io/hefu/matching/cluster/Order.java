package io.hefu.matching.cluster;

import java.util.Arrays;
import java.util.function.IntBinaryOperator;
import java.util.function.IntUnaryOperator;

/** Sorts places by a number, and equal ones as they are compared; no object a place unless many are equal. */
final class Order {
    private Order() {}

    static int[] of(int size, IntUnaryOperator key, IntBinaryOperator ties) {
        long[] sorting = new long[size];
        for (int i = 0; i < size; i++) {
            sorting[i] = (long) key.applyAsInt(i) << Integer.SIZE | i;
        }
        Arrays.parallelSort(sorting);
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            order[i] = (int) sorting[i];
        }
        int from = 0;
        while (from < size) {
            int to = from + 1;
            while (to < size && sorting[to] >> Integer.SIZE == sorting[from] >> Integer.SIZE) {
                to++;
            }
            settle(order, from, to, ties);
            from = to;
        }
        return order;
    }

    private static void settle(int[] order, int from, int to, IntBinaryOperator ties) {
        if (to - from > 1) {
            Integer[] tied = Arrays.stream(order, from, to).boxed().toArray(Integer[]::new);
            Arrays.sort(tied, ties::applyAsInt);
            for (int i = from; i < to; i++) {
                order[i] = tied[i - from];
            }
        }
    }
}
