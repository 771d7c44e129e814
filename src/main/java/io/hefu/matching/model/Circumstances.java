package io.hefu.matching.model;

import io.hefu.matching.table.Rows;
import io.hefu.matching.table.Trait;
import io.hefu.matching.table.Trait.Law;

/**
 * What is not learnt from pairs.
 *
 * @param chance how often different things agree, by column and level
 * @param shared how often related things have a column in common
 * @param moves whether a column changes together with others when someone moves
 * @param conflict whether two different values in a column exclude each other
 */
record Circumstances(double[][] chance, double[] shared, boolean[] moves, boolean[] conflict) {
    static Circumstances of(Rows rows, double[][] chance) {
        int columns = rows.columns().size();
        double[] shared = new double[columns];
        boolean[] moves = new boolean[columns];
        boolean[] conflict = new boolean[columns];
        for (int column = 0; column < columns; column++) {
            Trait trait = rows.columns().get(column).trait();
            shared[column] = trait.evidence().shared();
            moves[column] = trait.evidence().moves();
            conflict[column] = trait.law() == Law.EXCLUDES;
        }
        return new Circumstances(chance, shared, moves, conflict);
    }
}
