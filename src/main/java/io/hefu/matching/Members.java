package io.hefu.matching;

import io.hefu.matching.cluster.Links;
import io.hefu.matching.table.Rows;

/** The clusters with more than one row, and the pairs in them. */
public final class Members {
    /** Of larger clusters only the pairs that were linked are told, since all would be too many. */
    private static final int ALL_PAIRS = 64;

    private final Matches matches;
    private final int[] sizes;
    /** Rows by cluster: of each cluster, where its rows begin. */
    private final int[] starts;

    private final int[] rows;

    private Members(Matches matches) {
        this.matches = matches;
        int[] clusters = matches.clusters();
        sizes = new int[clusters.length];
        for (int cluster : clusters) {
            sizes[cluster]++;
        }
        starts = new int[clusters.length + 1];
        for (int i = 0; i < clusters.length; i++) {
            starts[i + 1] = starts[i] + sizes[i];
        }
        rows = new int[clusters.length];
        int[] next = starts.clone();
        for (int row = 0; row < clusters.length; row++) {
            rows[next[clusters[row]]++] = row;
        }
    }

    public static Members of(Matches matches) {
        return new Members(matches);
    }

    /** Told pairs of rows that are one thing. */
    public interface Pairs {
        void pair(int a, int b, float bits);
    }

    /** Clusters of at least two rows. */
    public int count() {
        int count = 0;
        for (int size : sizes) {
            count += size > 1 ? 1 : 0;
        }
        return count;
    }

    /** Rows in such clusters. */
    public int rows() {
        int sum = 0;
        for (int size : sizes) {
            sum += size > 1 ? size : 0;
        }
        return sum;
    }

    public void forEachPair(Pairs pairs) {
        Scorer scorer = Scorer.of(matches.rows(), matches.model());
        Rows all = matches.rows();
        for (int cluster = 0; cluster < sizes.length; cluster++) {
            if (sizes[cluster] > 1 && sizes[cluster] <= ALL_PAIRS) {
                for (int i = starts[cluster]; i < starts[cluster + 1]; i++) {
                    for (int j = i + 1; j < starts[cluster + 1]; j++) {
                        if (all.mayMatch(rows[i], rows[j])) {
                            pairs.pair(
                                    rows[i],
                                    rows[j],
                                    scorer.score(rows[i], rows[j]).bits());
                        }
                    }
                }
            }
        }
        Links links = matches.automatic();
        for (int i = 0; i < links.size(); i++) {
            int a = links.first()[i];
            int b = links.second()[i];
            if (matches.together(a, b) && sizes[matches.clusters()[a]] > ALL_PAIRS) {
                pairs.pair(a, b, links.bits()[i]);
            }
        }
    }
}
