package io.hefu.matching;

import io.hefu.matching.model.Agreement;
import io.hefu.matching.model.MatchModel;
import io.hefu.matching.model.Weights;
import io.hefu.matching.table.Rows;

/** Scores pairs of rows and says to which band each belongs. One a thread. */
final class Scorer {
    private final Rows rows;
    private final Agreement agreement;
    private final Weights weights;
    private long levels;
    private int row;
    private int other;
    private float bits;

    Scorer(Rows rows, Weights weights) {
        this(rows, weights, new Agreement(rows));
    }

    Scorer(Rows rows, Weights weights, Agreement agreement) {
        this.rows = rows;
        this.agreement = agreement;
        this.weights = weights;
    }

    static Scorer of(Rows rows, MatchModel model) {
        return new Scorer(rows, new Weights(model, rows));
    }

    Scorer score(int a, int b) {
        levels = agreement.of(a, b);
        row = a;
        other = b;
        bits = weights.bits(levels, a);
        return this;
    }

    float bits() {
        return bits;
    }

    long levels() {
        return levels;
    }

    Weights.Parts parts() {
        return weights.parts(levels, row);
    }

    Band band() {
        if (!rows.mayMatch(row, other)) {
            return Band.NONE;
        }
        if (weights.isVetoed(levels)) {
            return weights.bitsWithoutVeto(levels, row) >= Band.AUTOMATIC_FROM ? Band.VETO : Band.NONE;
        }
        if (bits >= Band.AUTOMATIC_FROM && weights.isWitnessed(levels)) {
            return Band.AUTOMATIC;
        }
        return bits >= Band.REVIEW_FROM ? Band.REVIEW : Band.NONE;
    }
}
