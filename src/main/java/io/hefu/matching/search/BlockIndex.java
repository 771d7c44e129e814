package io.hefu.matching.search;

import io.hefu.matching.table.KeyOrder;
import io.hefu.matching.table.Rows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The blocks of several rules, kept so that the rows that agree with one row are found at once; rows may be added. */
public final class BlockIndex {
    private static final int[] SHIFTS = {32, 16, 0};

    private final Rows rows;
    private final List<OfRule> rules;

    private BlockIndex(Rows rows, List<OfRule> rules) {
        this.rows = rows;
        this.rules = rules;
    }

    /** @param count how many of the rows there are already; the others may be added */
    public static BlockIndex of(Rows rows, int count) {
        return new BlockIndex(
                rows,
                RuleChoice.forOne(rows).stream()
                        .map(rule -> new OfRule(rule, rows, count))
                        .toList());
    }

    /** Rows that agree with a row in any rule, each once, in their order. */
    public int[] near(int row) {
        List<int[]> found = new ArrayList<>();
        for (OfRule rule : rules) {
            if (Blocks.tells(rule.rule, rows, row)) {
                found.add(rule.near(Blocks.key(rule.rule, rows, row)));
            }
        }
        return found.stream().flatMapToInt(Arrays::stream).sorted().distinct().toArray();
    }

    public void add(int row) {
        for (OfRule rule : rules) {
            if (Blocks.tells(rule.rule, rows, row)) {
                rule.add(Blocks.key(rule.rule, rows, row), row);
            }
        }
    }

    /** The keys of one rule in order, and those of rows that were added since. */
    private static final class OfRule {
        private final BlockingRule rule;
        private final long[] keys;
        private final int[] members;
        private long[] addedKeys = new long[16];
        private int[] added = new int[16];
        private int additions;

        OfRule(BlockingRule rule, Rows rows, int count) {
            this.rule = rule;
            int[] told = new int[count];
            long[] unsorted = new long[count];
            int size = 0;
            for (int row = 0; row < count; row++) {
                if (Blocks.tells(rule, rows, row)) {
                    told[size] = row;
                    unsorted[size++] = Blocks.key(rule, rows, row);
                }
            }
            keys = Arrays.copyOf(unsorted, size);
            members = KeyOrder.sorted(keys);
            for (int i = 0; i < size; i++) {
                members[i] = told[members[i]];
            }
        }

        /** The block of a key, refined as long as it is too large; of one that cannot be refined, the first rows. */
        int[] near(long key) {
            int from = 0;
            int to = 0;
            for (int shift : SHIFTS) {
                from = first(key >>> shift, shift);
                to = Math.max(from, first((key >>> shift) + 1, shift));
                if (to - from <= Blocks.LARGEST) {
                    break;
                }
            }
            to = Math.min(to, from + Blocks.LARGEST);
            int[] near = Arrays.copyOf(Arrays.copyOfRange(members, from, to), to - from + additions);
            int size = to - from;
            for (int i = 0; i < additions && size < 2 * Blocks.LARGEST; i++) {
                if (addedKeys[i] >>> SHIFTS[0] == key >>> SHIFTS[0]) {
                    near[size++] = added[i];
                }
            }
            return Arrays.copyOf(near, size);
        }

        /** The first place whose key, shifted, is not smaller. */
        private int first(long shifted, int shift) {
            int low = 0;
            int high = keys.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (Long.compareUnsigned(keys[middle] >>> shift, shifted) < 0) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        void add(long key, int row) {
            if (additions == added.length) {
                addedKeys = Arrays.copyOf(addedKeys, 2 * additions);
                added = Arrays.copyOf(added, 2 * additions);
            }
            addedKeys[additions] = key;
            added[additions++] = row;
        }
    }
}
