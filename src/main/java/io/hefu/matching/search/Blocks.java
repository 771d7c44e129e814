package io.hefu.matching.search;

import io.hefu.matching.table.Column;
import io.hefu.matching.table.KeyOrder;
import io.hefu.matching.table.Rows;
import java.util.Arrays;

/**
 * The rows as one rule groups them. A row's key holds the rule's columns in its upper half and the refiners below, so
 * that sorting once brings together every block and every finer one within. A block that stays too large when all
 * refiners are used is gone through by a window: each row is compared with the next few.
 */
public final class Blocks {
    /** Rows that are all compared with each other. */
    static final int LARGEST = 200;

    /** How far rows of a block that cannot be refined are compared. */
    static final int WINDOW = 10;

    private static final int[] SHIFTS = {32, 16, 0};
    private static final int MIX = 0x9E3779B1;

    private final BlockingRule rule;
    private final int[] members;
    /** Of each row: its block, from 1; in a window, minus its place; 0 when the rule says nothing of it. */
    private final int[] blockOf;

    private int[] starts = new int[1024];
    private int blocks;

    private Blocks(BlockingRule rule, int[] members, int rows) {
        this.rule = rule;
        this.members = members;
        this.blockOf = new int[rows];
    }

    static Blocks of(BlockingRule rule, Rows rows) {
        int[] told = new int[rows.size()];
        long[] keys = new long[rows.size()];
        int count = 0;
        for (int row = 0; row < told.length; row++) {
            if (tells(rule, rows, row)) {
                told[count] = row;
                keys[count++] = key(rule, rows, row);
            }
        }
        keys = Arrays.copyOf(keys, count);
        int[] order = KeyOrder.sorted(keys);
        for (int i = 0; i < count; i++) {
            order[i] = told[order[i]];
        }
        Blocks blocks = new Blocks(rule, order, rows.size());
        blocks.divide(keys, 0, count, 0);
        blocks.end(count);
        return blocks;
    }

    static boolean tells(BlockingRule rule, Rows rows, int row) {
        for (int column : rule.columns()) {
            if (rows.columns().get(column).codes()[row] == 0) {
                return false;
            }
        }
        return true;
    }

    static long key(BlockingRule rule, Rows rows, int row) {
        int base = 0;
        for (int column : rule.columns()) {
            base = (base ^ hash(rows.columns().get(column), row)) * MIX;
            base ^= base >>> 15;
        }
        long key = base;
        for (int i = 0; i < BlockingRule.MOST_REFINERS; i++) {
            int refined = i < rule.refiners().size()
                    ? hash(rows.columns().get(rule.refiners().get(i)), row)
                    : 0;
            key = key << 16 | refined >>> 16;
        }
        return key;
    }

    private static int hash(Column column, int row) {
        return column.values().hash(column.codes()[row]);
    }

    private void divide(long[] keys, int from, int to, int level) {
        int start = from;
        while (start < to) {
            int end = start + 1;
            while (end < to && keys[end] >>> SHIFTS[level] == keys[start] >>> SHIFTS[level]) {
                end++;
            }
            if (end - start > LARGEST && level + 1 < SHIFTS.length) {
                divide(keys, start, end, level + 1);
            } else if (end - start > 1) {
                add(start, end);
            }
            start = end;
        }
    }

    private void add(int from, int to) {
        if (2 * blocks + 2 > starts.length) {
            starts = Arrays.copyOf(starts, starts.length * 2);
        }
        starts[2 * blocks] = from;
        starts[2 * blocks + 1] = to;
        blocks++;
        boolean window = to - from > LARGEST;
        for (int i = from; i < to; i++) {
            // a gap of more than a window between the places of two blocks, so that no window looks into the next
            blockOf[members[i]] = window ? -(i + 1 + blocks * (WINDOW + 1)) : blocks;
        }
    }

    private void end(int count) {
        starts = Arrays.copyOf(starts, 2 * blocks);
        if (count == 0) {
            starts = new int[0];
        }
    }

    public BlockingRule rule() {
        return rule;
    }

    int count() {
        return blocks;
    }

    int from(int block) {
        return starts[2 * block];
    }

    int to(int block) {
        return starts[2 * block + 1];
    }

    int member(int place) {
        return members[place];
    }

    /** How far from each other two places of a block may be to be compared. */
    int reach(int block) {
        int size = to(block) - from(block);
        return size > LARGEST ? WINDOW : size;
    }

    int blockOf(int row) {
        return blockOf[row];
    }

    /** Whether two rows of these blocks are compared. */
    static boolean together(int blockOfA, int blockOfB) {
        if (blockOfA >= 0 || blockOfB >= 0) {
            return blockOfA == blockOfB && blockOfA != 0;
        }
        return Math.abs(blockOfA - blockOfB) <= WINDOW;
    }

    /** How many pairs the rule brings. */
    public long pairs() {
        long pairs = 0;
        for (int block = 0; block < blocks; block++) {
            long size = to(block) - from(block);
            pairs += size > LARGEST ? size * WINDOW : size * (size - 1) / 2;
        }
        return pairs;
    }
}
