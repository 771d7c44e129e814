package io.hefu.matching.model;

import io.hefu.matching.compare.Scale;
import java.util.function.IntPredicate;

/**
 * How much more often than different things the same thing agrees in a certain way, and related things do. Someone who
 * moved agrees in place and address like a stranger. Related things, a household or a group of companies, agree like the
 * same thing in what they share and like strangers in what is individual. What excludes each other is never the same.
 */
final class Odds {
    /** How often the same thing agrees, by column and level; may be improved while this is used. */
    final double[][] same;
    /** Which share of the same things has moved. */
    double moved;

    private final Circumstances circumstances;
    private final IntPredicate leftOut;
    private double individual;
    private double shared;
    private double place;
    private boolean excluded;

    Odds(Circumstances circumstances, double[][] same, double moved, IntPredicate leftOut) {
        this.circumstances = circumstances;
        this.same = same;
        this.moved = moved;
        this.leftOut = leftOut;
    }

    void set(long agreement) {
        individual = 1;
        shared = 1;
        place = 1;
        excluded = false;
        for (int column = 0; column < same.length; column++) {
            int level = Agreement.level(agreement, column);
            excluded |= circumstances.conflict()[column] && level == Scale.DIFFERENT;
            if (level != Scale.NOT_COMPARED && !leftOut.test(column)) {
                double odds = same[column][level] / circumstances.chance()[column][level];
                if (circumstances.moves()[column]) {
                    place *= odds;
                } else {
                    double ofRelated = related(odds, circumstances.shared()[column]);
                    shared *= ofRelated;
                    individual *= odds / ofRelated;
                }
            }
        }
    }

    /** @param shared how often related things have in common what is compared; otherwise they are strangers in it */
    static double related(double odds, double shared) {
        return shared * odds + 1 - shared;
    }

    double ofSame() {
        return excluded ? 0 : ofRelated() * individual;
    }

    double ofRelated() {
        return shared * ((1 - moved) * place + moved);
    }

    /** Of the same things that agree like this, which share did not move. */
    double stayed() {
        double stayed = (1 - moved) * place;
        return stayed / (stayed + moved);
    }

    boolean moves(int column) {
        return circumstances.moves()[column];
    }
}
