package io.hefu.matching.model;

/** How many of all pairs are the same thing and how many only related, from the pairs that the search found. */
record Priors(double same, double related) {
    private static final int ROUNDS = 30;
    private static final double MOST = 0.25;

    /** @param pairs how many pairs of rows there are; those not found are different things */
    static Priors learn(Patterns found, Odds odds, double pairs) {
        double[] ofSame = new double[found.size()];
        double[] ofRelated = new double[found.size()];
        for (int i = 0; i < found.size(); i++) {
            odds.set(found.agreements()[i]);
            ofSame[i] = odds.ofSame();
            ofRelated[i] = odds.ofRelated();
        }
        double least = 1 / pairs;
        Priors priors =
                new Priors(Math.min(MOST, 0.1 * found.total() / pairs), Math.min(MOST, 0.1 * found.total() / pairs));
        for (int round = 0; round < ROUNDS; round++) {
            double same = 0;
            double related = 0;
            for (int i = 0; i < ofSame.length; i++) {
                double a = priors.same * ofSame[i];
                double b = priors.related * ofRelated[i];
                double all = a + b + 1 - priors.same - priors.related;
                same += found.counts()[i] * a / all;
                related += found.counts()[i] * b / all;
            }
            priors = new Priors(
                    Math.min(MOST, Math.max(least, same / pairs)), Math.min(MOST, Math.max(least, related / pairs)));
        }
        return priors;
    }
}
