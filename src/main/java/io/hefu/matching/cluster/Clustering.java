package io.hefu.matching.cluster;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Joins rows to clusters, the strongest link first. Two clusters are joined when no two of their rows exclude each other
 * and when their rows agree on the average, not only the two that the link names: so a weak link never chains.
 */
public final class Clustering {
    /** Rows of a cluster that are asked whether another belongs to it. */
    private static final int ASKED = 6;

    private static final int CONFLICT = -1;

    private final Judge judge;
    private final float least;
    private final int[] parent;
    /** The next row of the same cluster, round in a circle. */
    private final int[] next;
    /** What excludes: a number a cluster and kind of exclusion; 0 when nothing is known yet. */
    private final int[][] exclusions;

    private final Map<Integer, TreeSet<Integer>> apart = new HashMap<>();

    /** Scores any two rows. */
    public interface Judge {
        float bits(int a, int b);
    }

    /** @param least bits on which the rows of two clusters must agree on the average to be joined */
    private Clustering(int rows, List<int[]> exclusive, Judge judge, float least) {
        this.judge = judge;
        this.least = least;
        parent = new int[rows];
        Arrays.setAll(parent, i -> i);
        next = parent.clone();
        exclusions = exclusive.stream().map(int[]::clone).toArray(int[][]::new);
    }

    /**
     * @param exclusive of several kinds, a number a row: rows with different ones are never one thing; 0 for not known
     * @return of each row, the first row of its cluster
     */
    public static int[] of(
            int rows, Links links, List<int[]> exclusive, Decisions decisions, Judge judge, float least) {
        Clustering clustering = new Clustering(rows, exclusive, judge, least);
        decisions.same().forEach(pair -> clustering.join(pair.first(), pair.second()));
        decisions.different().forEach(pair -> clustering.keepApart(pair.first(), pair.second()));
        for (int i = 0; i < links.size(); i++) {
            clustering.link(links.first()[i], links.second()[i]);
        }
        return clustering.clusters();
    }

    private void link(int a, int b) {
        int first = root(a);
        int second = root(b);
        if (first != second && !excluded(first, second) && !areApart(first, second) && agree(first, second)) {
            join(first, second);
        }
    }

    private boolean excluded(int a, int b) {
        for (int[] exclusion : exclusions) {
            if (exclusion[a] != 0 && exclusion[b] != 0 && exclusion[a] != exclusion[b]) {
                return true;
            }
        }
        return false;
    }

    private boolean agree(int a, int b) {
        if (next[a] == a && next[b] == b) {
            return true;
        }
        double sum = 0;
        int pairs = 0;
        int first = a;
        for (int i = 0; i < ASKED && (i == 0 || first != a); i++, first = next[first]) {
            int second = b;
            for (int j = 0; j < ASKED && (j == 0 || second != b); j++, second = next[second]) {
                sum += judge.bits(first, second);
                pairs++;
            }
        }
        return sum / pairs >= least;
    }

    private void join(int a, int b) {
        int first = Math.min(root(a), root(b));
        int second = Math.max(root(a), root(b));
        if (first == second) {
            return;
        }
        parent[second] = first;
        int afterFirst = next[first];
        next[first] = next[second];
        next[second] = afterFirst;
        for (int[] exclusion : exclusions) {
            // only a person joins what excludes each other; such a cluster excludes everything of that kind
            exclusion[first] = exclusion[first] == 0 || exclusion[first] == exclusion[second]
                    ? exclusion[second]
                    : exclusion[second] == 0 ? exclusion[first] : CONFLICT;
        }
        TreeSet<Integer> moved = apart.remove(second);
        if (moved != null) {
            apart.computeIfAbsent(first, row -> new TreeSet<>()).addAll(moved);
        }
    }

    private void keepApart(int a, int b) {
        apart.computeIfAbsent(root(a), row -> new TreeSet<>()).add(b);
        apart.computeIfAbsent(root(b), row -> new TreeSet<>()).add(a);
    }

    private boolean areApart(int a, int b) {
        TreeSet<Integer> others = apart.get(a);
        return others != null && others.stream().anyMatch(other -> root(other) == b);
    }

    private int root(int row) {
        int root = row;
        while (parent[root] != root) {
            parent[root] = parent[parent[root]];
            root = parent[root];
        }
        return root;
    }

    private int[] clusters() {
        int[] clusters = new int[parent.length];
        for (int row = 0; row < clusters.length; row++) {
            clusters[row] = root(row);
        }
        return clusters;
    }
}
