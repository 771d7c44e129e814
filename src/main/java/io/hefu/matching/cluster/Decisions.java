package io.hefu.matching.cluster;

import java.util.List;

/**
 * What persons decided of pairs of rows: the strongest evidence there is.
 *
 * @param same pairs that are one thing, whatever the score or a veto says
 * @param different pairs that are never to meet in one cluster
 */
public record Decisions(List<Pair> same, List<Pair> different) {
    public static final Decisions NONE = new Decisions(List.of(), List.of());

    public Decisions {
        same = same.stream().sorted().distinct().toList();
        different = different.stream().sorted().distinct().toList();
    }

    /** Two rows, the smaller first. */
    public record Pair(int first, int second) implements Comparable<Pair> {
        public static Pair of(int a, int b) {
            return new Pair(Math.min(a, b), Math.max(a, b));
        }

        @Override
        public int compareTo(Pair other) {
            int byFirst = Integer.compare(first, other.first);
            return byFirst != 0 ? byFirst : Integer.compare(second, other.second);
        }
    }
}
