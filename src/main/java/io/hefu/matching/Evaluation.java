package io.hefu.matching;

import io.hefu.matching.cluster.Links;
import java.util.HashMap;
import java.util.Map;

/**
 * How right a result is, where the truth is known, counted in pairs of rows.
 *
 * @param found pairs that the result calls the same thing
 * @param right those of them that are
 * @param all pairs that are the same thing
 */
public record Evaluation(long found, long right, long all) {
    public double precision() {
        return found == 0 ? 1 : (double) right / found;
    }

    public double recall() {
        return all == 0 ? 1 : (double) right / all;
    }

    /** The harmonic mean of both. */
    public double f1() {
        double sum = precision() + recall();
        return sum == 0 ? 0 : 2 * precision() * recall() / sum;
    }

    /** @param truth equal texts for rows that are the same thing */
    public static Evaluation ofLinks(Matches matches, String[] truth) {
        Links links = matches.automatic();
        long right = 0;
        for (int i = 0; i < links.size(); i++) {
            right += truth[links.first()[i]].equals(truth[links.second()[i]]) ? 1 : 0;
        }
        return new Evaluation(links.size(), right, pairs(truth));
    }

    /** @param truth as above */
    public static Evaluation ofClusters(Matches matches, String[] truth) {
        return ofClusters(matches.clusters(), truth);
    }

    /** @param clusters of each row, equal numbers for rows that are called the same thing */
    public static Evaluation ofClusters(int[] clusters, String[] truth) {
        String[] both = new String[truth.length];
        String[] found = new String[truth.length];
        for (int row = 0; row < truth.length; row++) {
            found[row] = Integer.toString(clusters[row]);
            both[row] = clusters[row] + "\u001f" + truth[row];
        }
        return new Evaluation(pairs(found), pairs(both), pairs(truth));
    }

    private static long pairs(String[] groups) {
        Map<String, Long> sizes = new HashMap<>();
        for (String group : groups) {
            sizes.merge(group, 1L, Long::sum);
        }
        return sizes.values().stream().mapToLong(size -> size * (size - 1) / 2).sum();
    }
}
