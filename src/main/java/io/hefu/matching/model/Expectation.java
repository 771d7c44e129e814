package io.hefu.matching.model;

import io.hefu.matching.compare.Scale;
import java.util.function.IntPredicate;

/**
 * How rows of the same thing agree, learnt from the pairs of one rule without knowing which are the same (expectation and
 * maximisation). What different things have in common by chance stays as it was counted. The rule's own columns are left
 * out, since all its pairs agree in them.
 */
final class Expectation {
    private static final int MOST_ROUNDS = 40;
    private static final double STILL = 1e-4;
    /** So many pairs' worth of the first guess stays in what is learnt. */
    private static final double GUESSED = 5;

    private static final double LEAST_SHARE = 1e-6;
    private static final double LEAST_MOVED = 0.01;
    private static final double MOST_MOVED = 0.3;

    private final Patterns patterns;
    private final Odds odds;
    private final double[][] guess;
    private final IntPredicate leftOut;
    private double shareSame = 0.1;
    private double shareRelated = 0.1;

    private Expectation(Patterns patterns, Odds odds, double[][] guess, IntPredicate leftOut) {
        this.patterns = patterns;
        this.odds = odds;
        this.guess = guess;
        this.leftOut = leftOut;
    }

    /**
     * @param same by column and level
     * @param moved how many of the same have moved
     * @param matches how many of the rule's pairs are taken to be the same thing
     * @param purity which share of all the rule's pairs that is: the larger, the less a mistake can spoil
     */
    record Learnt(double[][] same, double moved, double matches, double purity) {}

    /** @param guess where learning begins, by column and level */
    static Learnt learn(Patterns patterns, Circumstances circumstances, double[][] guess, IntPredicate leftOut) {
        Odds odds = new Odds(circumstances, copy(guess), MOST_MOVED / 3, leftOut);
        Expectation learning = new Expectation(patterns, odds, guess, leftOut);
        double before = 0;
        for (int round = 0; round < MOST_ROUNDS && Math.abs(learning.shareSame - before) > STILL * before; round++) {
            before = learning.shareSame;
            learning.improve();
        }
        double total = patterns.total();
        return new Learnt(odds.same, odds.moved, learning.shareSame * total, learning.shareSame);
    }

    private void improve() {
        double[][] sums = new double[guess.length][Scale.MOST_LEVELS];
        double allSame = 0;
        double allRelated = 0;
        double allMoved = 0;
        for (int i = 0; i < patterns.size(); i++) {
            long agreement = patterns.agreements()[i];
            odds.set(agreement);
            double ofSame = shareSame * odds.ofSame();
            double ofRelated = shareRelated * odds.ofRelated();
            double all = ofSame + ofRelated + 1 - shareSame - shareRelated;
            double expected = patterns.counts()[i] * ofSame / all;
            double stayed = expected * odds.stayed();
            allSame += expected;
            allRelated += patterns.counts()[i] * ofRelated / all;
            allMoved += expected - stayed;
            for (int column = 0; column < sums.length; column++) {
                sums[column][Agreement.level(agreement, column)] += odds.moves(column) ? stayed : expected;
            }
        }
        shareSame = share(allSame);
        shareRelated = share(allRelated);
        odds.moved = Math.min(MOST_MOVED, Math.max(LEAST_MOVED, allMoved / Math.max(1e-9, allSame)));
        for (int column = 0; column < sums.length; column++) {
            if (!leftOut.test(column)) {
                settle(odds.same[column], sums[column], guess[column]);
            }
        }
    }

    private double share(double expected) {
        return Math.min(0.499, Math.max(LEAST_SHARE, expected / Math.max(1, patterns.total())));
    }

    private static void settle(double[] learnt, double[] sums, double[] guess) {
        double total = GUESSED;
        for (int level = 1; level < learnt.length; level++) {
            total += sums[level];
        }
        for (int level = 1; level < learnt.length; level++) {
            learnt[level] = (sums[level] + GUESSED * guess[level]) / total;
        }
    }

    private static double[][] copy(double[][] table) {
        double[][] copy = new double[table.length][];
        for (int i = 0; i < table.length; i++) {
            copy[i] = table[i].clone();
        }
        return copy;
    }
}
