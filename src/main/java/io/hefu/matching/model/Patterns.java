package io.hefu.matching.model;

import io.hefu.matching.cluster.Decisions;
import io.hefu.matching.search.Search;
import io.hefu.matching.table.Rows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Agreements and how often each occurs, in the order of the agreements, so that sums over them never differ. */
record Patterns(long[] agreements, double[] counts) {
    private static final int RANDOM_PAIRS = 200_000;
    private static final int PAIRS_OF_A_RULE = 60_000;
    /** Any number does, so long as it stays. */
    private static final long SEED = 20_150_101;

    /** Of pairs of rows drawn by lot. */
    static Patterns random(Rows rows) {
        SplittableRandom random = new SplittableRandom(SEED);
        Agreement agreement = new Agreement(rows);
        Map<Long, Double> counts = new HashMap<>();
        int pairs = rows.size() < 2 ? 0 : (int) Math.min(RANDOM_PAIRS, (long) rows.size() * (rows.size() - 1));
        for (int i = 0; i < pairs; i++) {
            int a = random.nextInt(rows.size());
            int b = random.nextInt(rows.size() - 1);
            counts.merge(agreement.of(a, b >= a ? b + 1 : b), 1.0, Double::sum);
        }
        return of(counts);
    }

    /** Of the pairs that a rule brings; when there are many, of every so manieth. */
    static Patterns ofRule(Rows rows, Search search, int rule) {
        long every = Math.max(1, search.rules().get(rule).pairs() / PAIRS_OF_A_RULE);
        Agreement agreement = new Agreement(rows);
        Map<Long, Double> counts = new HashMap<>();
        long[] seen = {0};
        search.parts(rule)
                .forEach(part -> search.searchAll(part, (row, others, count) -> {
                    for (int i = 0; i < count; i++) {
                        if (seen[0]++ % every == 0) {
                            counts.merge(agreement.of(row, others[i]), 1.0, Double::sum);
                        }
                    }
                }));
        return of(counts);
    }

    /** Of all pairs that the search finds, each found once; of a rule that brings many, a part stands for all. */
    static Patterns ofSearch(Rows rows, Search search) {
        Agreement agreement = new Agreement(rows);
        Map<Long, Double> counts = new HashMap<>();
        for (int rule = 0; rule < search.rules().size(); rule++) {
            long every = Math.max(1, search.rules().get(rule).pairs() / PAIRS_OF_A_RULE);
            long[] seen = {0};
            search.parts(rule)
                    .forEach(part -> search.search(part, (row, others, count) -> {
                        for (int i = 0; i < count; i++) {
                            if (seen[0]++ % every == 0) {
                                counts.merge(agreement.of(row, others[i]), (double) every, Double::sum);
                            }
                        }
                    }));
        }
        return of(counts);
    }

    /** Of given pairs. */
    static Patterns of(Rows rows, List<Decisions.Pair> pairs) {
        Agreement agreement = new Agreement(rows);
        Map<Long, Double> counts = new HashMap<>();
        pairs.forEach(pair -> counts.merge(agreement.of(pair.first(), pair.second()), 1.0, Double::sum));
        return of(counts);
    }

    private static Patterns of(Map<Long, Double> counts) {
        List<Map.Entry<Long, Double>> sorted = new ArrayList<>(counts.entrySet());
        sorted.sort(Comparator.comparingLong(Map.Entry::getKey));
        return new Patterns(
                sorted.stream().mapToLong(Map.Entry::getKey).toArray(),
                sorted.stream().mapToDouble(Map.Entry::getValue).toArray());
    }

    int size() {
        return agreements.length;
    }

    double total() {
        double total = 0;
        for (double count : counts) {
            total += count;
        }
        return total;
    }
}
