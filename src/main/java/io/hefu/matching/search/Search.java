package io.hefu.matching.search;

import io.hefu.matching.table.Rows;
import java.util.ArrayList;
import java.util.List;

/** The union of all rules' blocks; a pair of rows is found by the first rule that brings it, and by no other. */
public final class Search {
    /** Pairs that one part of the work holds, more or less. */
    private static final long PART = 1 << 18;

    private final List<Blocks> rules;

    private Search(List<Blocks> rules) {
        this.rules = List.copyOf(rules);
    }

    public static Search over(Rows rows) {
        return new Search(RuleChoice.of(rows));
    }

    public List<Blocks> rules() {
        return rules;
    }

    /** Told each row with those that come after it in its block and were not compared with it before. */
    public interface Finder {
        /** @param others the first {@code count} are rows */
        void found(int row, int[] others, int count);
    }

    /** A run of blocks of one rule: work that one thread does at once. */
    public record Part(int rule, int fromBlock, int toBlock) {}

    /** All work there is, in an order that never differs. */
    public List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        for (int rule = 0; rule < rules.size(); rule++) {
            Blocks blocks = rules.get(rule);
            int from = 0;
            long pairs = 0;
            for (int block = 0; block < blocks.count(); block++) {
                long size = blocks.to(block) - blocks.from(block);
                pairs += size * Math.min(size, blocks.reach(block)) / 2;
                if (pairs >= PART || block == blocks.count() - 1) {
                    parts.add(new Part(rule, from, block + 1));
                    from = block + 1;
                    pairs = 0;
                }
            }
        }
        return parts;
    }

    /** The parts of one rule. */
    public List<Part> parts(int rule) {
        return parts().stream().filter(part -> part.rule() == rule).toList();
    }

    /** Only the pairs that no rule before brings. */
    public void search(Part part, Finder finder) {
        search(part, new Earlier(rules.subList(0, part.rule())), finder);
    }

    /** All pairs of these blocks, those that a rule before brings among them. */
    public void searchAll(Part part, Finder finder) {
        search(part, new Earlier(List.of()), finder);
    }

    private void search(Part part, Earlier earlier, Finder finder) {
        Blocks blocks = rules.get(part.rule());
        int[] others = new int[Blocks.LARGEST];
        for (int block = part.fromBlock(); block < part.toBlock(); block++) {
            int to = blocks.to(block);
            int reach = blocks.reach(block);
            for (int i = blocks.from(block); i < to - 1; i++) {
                int row = blocks.member(i);
                earlier.set(row);
                int count = 0;
                for (int j = i + 1; j < to && j <= i + reach; j++) {
                    int other = blocks.member(j);
                    if (!earlier.brings(other)) {
                        others[count++] = other;
                    }
                }
                if (count > 0) {
                    finder.found(row, others, count);
                }
            }
        }
    }

    /** Which rows the rules before brought together with one row. */
    private static final class Earlier {
        private final Blocks[] rules;
        private final int[] blocks;

        Earlier(List<Blocks> rules) {
            this.rules = rules.toArray(Blocks[]::new);
            this.blocks = new int[rules.size()];
        }

        void set(int row) {
            for (int i = 0; i < rules.length; i++) {
                blocks[i] = rules[i].blockOf(row);
            }
        }

        boolean brings(int other) {
            for (int i = 0; i < rules.length; i++) {
                if (blocks[i] != 0 && Blocks.together(blocks[i], rules[i].blockOf(other))) {
                    return true;
                }
            }
            return false;
        }
    }
}
