package io.hefu.matching.model;

import io.hefu.matching.cluster.Decisions;
import io.hefu.matching.compare.Scale;
import io.hefu.matching.search.Search;
import io.hefu.matching.table.Column;
import io.hefu.matching.table.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Learns a model from rows of which nobody said which are the same. */
public final class Training {
    /** Chances and agreements correct each other: each time with the prior that the last round found. */
    private static final int ROUNDS = 3;

    /** How many pairs that only seem the same one decision of a person outweighs. */
    private static final double LABEL = 10;

    private static final double DIFFERENT_GUESS = 0.08;
    private static final double EQUAL_GUESS = 0.8;

    private final Rows rows;
    private final Search search;
    private final Patterns random;
    private final List<Patterns> ofRules;
    private final Patterns found;
    private final Patterns labelled;
    private final double pairs;

    private Training(Rows rows, Search search, Decisions labels) {
        this.rows = rows;
        this.search = search;
        this.random = Patterns.random(rows);
        this.ofRules = IntStream.range(0, search.rules().size())
                .parallel()
                .mapToObj(rule -> Patterns.ofRule(rows, search, rule))
                .toList();
        this.labelled = Patterns.of(rows, labels.same());
        this.found = Patterns.ofSearch(rows, search);
        this.pairs = Math.max(1, (double) rows.size() * (rows.size() - 1) / 2);
    }

    /** @param labels what persons decided, where they did: pairs that are the same thing teach how such pairs agree */
    public static MatchModel learn(Rows rows, Search search, Decisions labels) {
        return new Training(rows, search, labels).learn();
    }

    private MatchModel learn() {
        double[][] guess = guess();
        double[][] same = guess;
        double moved = 0;
        Priors priors = new Priors(0, 0);
        for (int round = 0; round < ROUNDS; round++) {
            Circumstances circumstances = circumstances(new Chance(rows, random, priors.same()), same);
            List<Expectation.Learnt> learnt = learn(circumstances, guess);
            same = together(learnt, guess);
            moved = moved(learnt);
            priors = Priors.learn(found, new Odds(circumstances, same, moved, column -> false), pairs);
        }
        Chance chance = new Chance(rows, random, priors.same());
        List<TraitModel> traits = new ArrayList<>();
        for (int column = 0; column < same.length; column++) {
            traits.add(chance.model(column, same[column]));
        }
        return new MatchModel(traits, priors.same(), priors.related(), moved).rounded();
    }

    private Circumstances circumstances(Chance chance, double[][] same) {
        return Circumstances.of(
                rows,
                IntStream.range(0, same.length)
                        .mapToObj(column -> chance.of(column, same[column]))
                        .toArray(double[][]::new));
    }

    private List<Expectation.Learnt> learn(Circumstances circumstances, double[][] guess) {
        return IntStream.range(0, ofRules.size())
                .parallel()
                .mapToObj(rule -> Expectation.learn(
                        ofRules.get(rule), circumstances, guess, column -> takenForGranted(rule, column)))
                .toList();
    }

    /** Of each column, what the rules say that do not use it; one that finds many matches among few pairs says most. */
    private double[][] together(List<Expectation.Learnt> learnt, double[][] guess) {
        double[][] all = new double[guess.length][Scale.MOST_LEVELS];
        for (int column = 0; column < all.length; column++) {
            double total = 1 + addLabelled(all[column], column);
            add(all[column], guess[column], 1);
            for (int rule = 0; rule < learnt.size(); rule++) {
                if (!takenForGranted(rule, column)) {
                    double weight = weight(learnt.get(rule));
                    add(all[column], learnt.get(rule).same()[column], weight);
                    total += weight;
                }
            }
            for (int level = 0; level < all[column].length; level++) {
                all[column][level] /= total;
            }
        }
        return all;
    }

    /** All pairs of a rule agree in its columns; and where they agree in one place, they do in others. */
    private boolean takenForGranted(int rule, int column) {
        return search.rules().get(rule).rule().columns().contains(column)
                || tellsWhere(rule)
                        && rows.columns().get(column).trait().evidence().tellsWhere();
    }

    private boolean tellsWhere(int rule) {
        return search.rules().get(rule).rule().columns().stream()
                .anyMatch(
                        column -> rows.columns().get(column).trait().evidence().tellsWhere());
    }

    private static double weight(Expectation.Learnt learnt) {
        return learnt.matches() * learnt.purity();
    }

    /** Rules that use a place find nobody who moved. */
    private double moved(List<Expectation.Learnt> learnt) {
        double sum = 0.01;
        double total = 0.1;
        for (int rule = 0; rule < learnt.size(); rule++) {
            if (!tellsWhere(rule)) {
                sum += weight(learnt.get(rule)) * learnt.get(rule).moved();
                total += weight(learnt.get(rule));
            }
        }
        return sum / total;
    }

    /** @return the weight of what was added */
    private double addLabelled(double[] sums, int column) {
        double weight = 0;
        for (int i = 0; i < labelled.size(); i++) {
            int level = Agreement.level(labelled.agreements()[i], column);
            if (level != Scale.NOT_COMPARED) {
                sums[level] += LABEL * labelled.counts()[i];
                weight += LABEL * labelled.counts()[i];
            }
        }
        return weight;
    }

    private static void add(double[] sums, double[] values, double times) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += values[i] * times;
        }
    }

    private double[][] guess() {
        return rows.columns().stream().map(Training::guess).toArray(double[][]::new);
    }

    private static double[] guess(Column column) {
        Scale scale = column.trait().scale();
        double[] guess = new double[Scale.MOST_LEVELS];
        int between = scale.levels() - 3;
        for (int level = 1; level < scale.levels(); level++) {
            guess[level] = (1 - EQUAL_GUESS - DIFFERENT_GUESS) / Math.max(1, between);
        }
        guess[Scale.DIFFERENT] = between > 0 ? DIFFERENT_GUESS : 1 - EQUAL_GUESS;
        guess[scale.equal()] = EQUAL_GUESS;
        return guess;
    }
}
