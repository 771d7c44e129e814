package io.hefu.matching.model;

import io.hefu.matching.compare.Scale;
import io.hefu.matching.table.Column;
import io.hefu.matching.table.Rows;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** How often rows of different things agree: counted in random pairs, and for equal values in how often each occurs. */
final class Chance {
    /** Values that have a chance of their own. */
    private static final int MOST_COMMON = 300;
    /** Rarer values share one. */
    private static final int FEWEST = 5;

    private final Rows rows;
    private final double[][] counted;
    /** How probable it is that two random rows are one thing: such pairs are among the random ones. */
    private final double prior;

    Chance(Rows rows, Patterns random, double prior) {
        this.rows = rows;
        this.prior = prior;
        this.counted = new double[rows.columns().size()][Scale.MOST_LEVELS];
        for (int i = 0; i < random.size(); i++) {
            for (int column = 0; column < counted.length; column++) {
                counted[column][Agreement.level(random.agreements()[i], column)] += random.counts()[i];
            }
        }
    }

    /** No chance is taken to be smaller than what so many rows could show. */
    private double least() {
        return 0.1 / Math.max(10, rows.size());
    }

    /** By level, with the expected share of pairs of the same thing taken out. */
    double[] of(int column, double[] same) {
        Scale scale = rows.columns().get(column).trait().scale();
        double[] chance = new double[Scale.MOST_LEVELS];
        double total = 0;
        for (int level = 1; level < scale.levels(); level++) {
            total += counted[column][level];
        }
        double sum = 0;
        for (int level = 1; level < scale.levels(); level++) {
            double share = level == scale.equal()
                    ? rows.columns().get(column).sameByChance()
                    : (counted[column][level] + 0.5) / (total + 1);
            chance[level] = Math.max(least(), (share - prior * same[level]) / (1 - prior));
            sum += chance[level];
        }
        for (int level = 1; level < scale.levels(); level++) {
            chance[level] /= sum;
        }
        return chance;
    }

    TraitModel model(int column, double[] same) {
        Column of = rows.columns().get(column);
        Map<String, Double> common = common(of);
        double present = Math.max(1, of.present());
        double share = 1;
        double pairs = of.sameByChance();
        for (String value : common.keySet()) {
            double count = of.counts()[of.values().find(value)];
            share -= count / present;
            pairs -= count * (count - 1) / (present * Math.max(1, present - 1));
        }
        int equal = of.trait().scale().equal();
        double rest = share <= 0 ? least() : (pairs - prior * same[equal] * share) / share;
        return new TraitModel(
                of.trait().name(),
                of.trait().scale(),
                same,
                of(column, same),
                common,
                Math.min(1, Math.max(least(), rest)));
    }

    private Map<String, Double> common(Column column) {
        Map<String, Double> common = new LinkedHashMap<>();
        int[] counts = column.counts();
        IntStream.range(1, counts.length)
                .filter(code -> counts[code] >= FEWEST)
                .boxed()
                .sorted(Comparator.comparingInt((Integer code) -> -counts[code])
                        .thenComparing(code -> column.values().text(code)))
                .limit(MOST_COMMON)
                .forEach(code -> common.put(
                        column.values().text(code), Math.max(least(), (counts[code] - 1.0) / column.present())));
        return common;
    }
}
