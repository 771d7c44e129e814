package io.hefu.matching.model;

import io.hefu.matching.compare.Comparer;
import io.hefu.matching.compare.Letters;
import io.hefu.matching.compare.Scale;
import io.hefu.matching.compare.Values;
import io.hefu.matching.table.Column;
import io.hefu.matching.table.Rows;
import java.util.List;

/** The levels on which two rows agree, packed: three bits a column. Remembers, so one a thread. */
public final class Agreement {
    public static final int BITS = 3;
    public static final int MASK = (1 << BITS) - 1;
    /** A pair's levels stand in one number. */
    public static final int MOST_COLUMNS = Long.SIZE / BITS;

    private final int[][] codes;
    private final int[] partners;
    private final Comparer[] comparers;

    public Agreement(Rows rows) {
        this(rows, Comparer::new);
    }

    /** For rows that change: remembers nothing. */
    public static Agreement forgetful(Rows rows) {
        return new Agreement(rows, Comparer::forgetful);
    }

    /** Makes the comparer of a column. */
    private interface Comparers {
        Comparer of(Scale scale, Values values, Letters letters);
    }

    private Agreement(Rows rows, Comparers comparers) {
        List<Column> columns = rows.columns();
        Letters letters = new Letters();
        codes = columns.stream().map(Column::codes).toArray(int[][]::new);
        partners = columns.stream().mapToInt(Column::partner).toArray();
        this.comparers = columns.stream()
                .map(column -> comparers.of(column.trait().scale(), column.values(), letters))
                .toArray(Comparer[]::new);
    }

    public long of(int a, int b) {
        long levels = 0;
        for (int column = 0; column < codes.length; column++) {
            levels |= (long) comparers[column].level(codes[column][a], codes[column][b]) << BITS * column;
        }
        for (int column = 0; column < codes.length; column++) {
            int partner = partners[column];
            if (partner > column && level(levels, column) == Scale.DIFFERENT && differ(levels, partner)) {
                levels = swapped(levels, column, partner, a, b);
            }
        }
        return levels;
    }

    private static boolean differ(long levels, int column) {
        return level(levels, column) <= Scale.DIFFERENT;
    }

    /** Both columns together say it once: the first is swapped, the second is not compared. */
    private long swapped(long levels, int column, int partner, int a, int b) {
        int there = comparers[column].level(codes[column][a], codes[partner][b]);
        int back = comparers[column].level(codes[partner][a], codes[column][b]);
        int near = Scale.SPELLED.equal() - 1;
        boolean both = there >= near && (back >= near || back == Scale.NOT_COMPARED)
                || back >= near && there == Scale.NOT_COMPARED;
        if (!both) {
            return levels;
        }
        long without = levels & ~((long) MASK << BITS * column) & ~((long) MASK << BITS * partner);
        return without | (long) Scale.SWAPPED << BITS * column;
    }

    public static int level(long levels, int column) {
        return (int) (levels >>> BITS * column) & MASK;
    }
}
