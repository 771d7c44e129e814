package io.hefu.matching.model;

import io.hefu.matching.table.Rows;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/**
 * All that was learnt, by which any pair of rows can be scored, now or later.
 *
 * @param prior how probable it is that two random rows are the same thing
 * @param relatedPrior how probable it is that they are only related
 * @param moved which share of the same things has moved, so that they agree in place like strangers
 */
public record MatchModel(List<TraitModel> traits, double prior, double relatedPrior, double moved) {
    static final MathContext DIGITS = new MathContext(6);

    public MatchModel {
        traits = List.copyOf(traits);
    }

    /** With the digits that its file has, so that a model read again gives the same scores as the one learnt. */
    MatchModel rounded() {
        return new MatchModel(
                traits.stream().map(TraitModel::rounded).toList(), round(prior), round(relatedPrior), round(moved));
    }

    static double round(double value) {
        return new BigDecimal(value).round(DIGITS).doubleValue();
    }

    /** Whether it was learnt for the columns of these rows. */
    public boolean fits(Rows rows) {
        return traits.stream()
                .map(TraitModel::trait)
                .toList()
                .equals(rows.columns().stream()
                        .map(column -> column.trait().name())
                        .toList());
    }

    /** Bits for "the same thing" against "different things", of a pair of which nothing is known. */
    public double againstDifferent() {
        return TraitModel.log2(prior / (1 - prior - relatedPrior));
    }

    /** Bits for "the same thing" against "only related", of a pair of which nothing is known. */
    public double againstRelated() {
        return TraitModel.log2(prior / relatedPrior);
    }

    /** How probable it is that a pair of so many bits is one thing. */
    public static double probability(double bits) {
        return 1 / (1 + Math.pow(2, -bits));
    }
}
