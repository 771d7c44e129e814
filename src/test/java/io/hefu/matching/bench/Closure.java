package io.hefu.matching.bench;

import io.hefu.matching.Evaluation;
import io.hefu.matching.sample.Sample;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Clusters as a matcher without clustering leaves them: what is linked to what is linked is one thing. */
final class Closure {
    private Closure() {}

    /** Before clustering, and after. */
    static Evaluation[] evaluate(Sample sample, List<int[]> links) {
        String[] truth = new String[sample.size()];
        for (int i = 0; i < truth.length; i++) {
            truth[i] = sample.truth(i);
        }
        Set<Long> distinct = new HashSet<>();
        int[] parents = new int[truth.length];
        Arrays.setAll(parents, i -> i);
        long right = 0;
        for (int[] link : links) {
            int a = Math.min(link[0], link[1]);
            int b = Math.max(link[0], link[1]);
            if (distinct.add((long) a << 32 | b)) {
                right += truth[a].equals(truth[b]) ? 1 : 0;
                parents[root(parents, b)] = root(parents, a);
            }
        }
        int[] clusters = new int[truth.length];
        Arrays.setAll(clusters, i -> root(parents, i));
        Evaluation after = Evaluation.ofClusters(clusters, truth);
        return new Evaluation[] {new Evaluation(distinct.size(), right, after.all()), after};
    }

    private static int root(int[] parents, int row) {
        int root = row;
        while (parents[root] != root) {
            parents[root] = parents[parents[root]];
            root = parents[root];
        }
        return root;
    }
}
