package io.hefu.matching.model;

import io.hefu.matching.compare.Scale;
import io.hefu.matching.table.Column;
import io.hefu.matching.table.Rows;
import io.hefu.matching.table.Trait;
import io.hefu.matching.table.Trait.Evidence;
import io.hefu.matching.table.Trait.Law;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** A model laid out for the rows of one table: the bits of each level, and of each value that two rows share. */
public final class Weights {
    /** A registered name is given once; in one of sixty-four cases something was left out when it was written down. */
    private static final float REGISTERED_NAME = 6;

    /** Odds that are so much larger than others do not matter beside them. */
    private static final float NO_MATTER = 12;

    private static final float STRANGER = -8;
    private static final int WITNESSES = 2;

    private final List<Trait> traits;
    private final int[][] codes;
    private final int[] equal;
    private final float[][] levels;
    private final float[][] ofEqual;
    private final double[] shared;
    private final boolean[] moves;
    private final int[] registered;
    private final int[] exclusive;
    private final double moved;
    private final float againstDifferent;
    private final float againstRelated;

    public Weights(MatchModel model, Rows rows) {
        List<Column> columns = rows.columns();
        traits = columns.stream().map(Column::trait).toList();
        codes = columns.stream().map(Column::codes).toArray(int[][]::new);
        equal = traits.stream().mapToInt(trait -> trait.scale().equal()).toArray();
        levels = new float[codes.length][];
        ofEqual = new float[codes.length][];
        shared = traits.stream().mapToDouble(trait -> trait.evidence().shared()).toArray();
        moves = new boolean[codes.length];
        moved = model.moved();
        for (int i = 0; i < codes.length; i++) {
            TraitModel trait = model.traits().get(i);
            levels[i] = levels(trait);
            ofEqual[i] = ofEqual(trait, columns.get(i));
            moves[i] = traits.get(i).evidence().moves();
        }
        registered = by(Law.REGISTERED);
        exclusive = by(Law.EXCLUDES);
        againstDifferent = (float) model.againstDifferent();
        againstRelated = (float) model.againstRelated();
    }

    private int[] by(Law law) {
        return IntStream.range(0, codes.length)
                .filter(i -> traits.get(i).law() == law)
                .toArray();
    }

    private static float[] levels(TraitModel trait) {
        float[] bits = new float[Scale.MOST_LEVELS];
        for (int level = 1; level < trait.scale().levels(); level++) {
            bits[level] = (float) trait.bits(level);
        }
        return bits;
    }

    private static float[] ofEqual(TraitModel trait, Column column) {
        float[] bits = new float[column.values().size() + 1];
        Arrays.fill(bits, (float) trait.bitsOfEqual(""));
        trait.common().keySet().forEach(value -> {
            int code = column.values().find(value);
            if (code > 0) {
                bits[code] = (float) trait.bitsOfEqual(value);
            }
        });
        return bits;
    }

    /**
     * Bits for "the same thing" against everything else that a pair may be: different things, which agree by chance in
     * each column, and related ones, which are strangers in what is individual.
     *
     * @param row one of the pair
     */
    public float bits(long agreement, int row) {
        float different = againstDifferent(agreement, row);
        // what is a stranger anyway need not be told from a relative
        return different < STRANGER ? different : together(different, againstRelated(agreement, row));
    }

    /** What one column adds, for a pair with that agreement of which {@code row} is one. */
    public float bits(long agreement, int column, int row) {
        int level = Agreement.level(agreement, column);
        return level == equal[column] ? ofEqual(column, codes[column][row]) : levels[column][level];
    }

    /** A value that came after the weights were laid out is no common one. */
    private float ofEqual(int column, int code) {
        return code < ofEqual[column].length ? ofEqual[column][code] : ofEqual[column][0];
    }

    /** The same score in its parts. */
    public Parts parts(long agreement, int row) {
        float[] columns = new float[codes.length];
        float place = 0;
        for (int column = 0; column < columns.length; column++) {
            columns[column] = bits(agreement, column, row);
            place += moves[column] ? columns[column] : 0;
        }
        float total = bits(agreement, row);
        return new Parts(
                againstDifferent,
                columns,
                place(place) - place,
                law(agreement),
                total - againstDifferent(agreement, row),
                total);
    }

    /**
     * The bits of a pair; all but the last add up to it.
     *
     * @param prior of a pair of which nothing is known
     * @param columns by column
     * @param moved given back, because who moved disagrees in all that says where at once
     * @param law because a registered name is given once
     * @param related taken off, because things that are only related agree like this too
     */
    public record Parts(float prior, float[] columns, float moved, float law, float related, float total) {}

    private float againstDifferent(long agreement, int row) {
        float sum = againstDifferent;
        float place = 0;
        for (int column = 0; column < codes.length; column++) {
            float bits = bits(agreement, column, row);
            place += moves[column] ? bits : 0;
            sum += moves[column] ? 0 : bits;
        }
        return sum + place(place) + law(agreement);
    }

    private float againstRelated(long agreement, int row) {
        float sum = againstRelated;
        for (int column = 0; column < codes.length; column++) {
            if (shared[column] < 1) {
                float bits = bits(agreement, column, row);
                sum += shared[column] == 0
                        ? bits
                        : bits - (float) TraitModel.log2(Odds.related(Math.pow(2, bits), shared[column]));
            }
        }
        return sum + law(agreement);
    }

    /** Who moved agrees in place like a stranger: that speaks against "the same thing", but once only. */
    private float place(float bits) {
        return bits > NO_MATTER ? bits : (float) TraitModel.log2((1 - moved) * Math.pow(2, bits) + moved);
    }

    private float law(long agreement) {
        for (int column : registered) {
            if (Agreement.level(agreement, column) != equal[column]) {
                return 0;
            }
        }
        return registered.length > 0 ? REGISTERED_NAME : 0;
    }

    /** The odds against two that may be, from the odds against each. */
    private static float together(float different, float related) {
        float smaller = Math.min(different, related);
        float larger = Math.max(different, related);
        return larger - smaller > NO_MATTER
                ? smaller
                : smaller - (float) TraitModel.log2(1 + Math.pow(2, smaller - larger));
    }

    /** The columns in which two rows exclude each other, such as two valid and different credit codes. */
    public int[] vetoes(long agreement) {
        return IntStream.of(exclusive)
                .filter(column -> Agreement.level(agreement, column) == Scale.DIFFERENT)
                .toArray();
    }

    public boolean isVetoed(long agreement) {
        for (int column : exclusive) {
            if (Agreement.level(agreement, column) == Scale.DIFFERENT) {
                return true;
            }
        }
        return false;
    }

    /** The score as if nothing excluded anything. */
    public float bitsWithoutVeto(long agreement, int row) {
        long without = agreement;
        for (int column : exclusive) {
            without &= ~((long) Agreement.MASK << Agreement.BITS * column);
        }
        return bits(without, row);
    }

    private boolean witnesses(int column) {
        return traits.get(column).evidence().witnesses() && traits.get(column).scale() != Scale.PLACE;
    }

    /** Whether a number agrees, or two kinds of evidence do: a name alone never links by itself. */
    public boolean isWitnessed(long agreement) {
        Set<Evidence> witnesses = EnumSet.noneOf(Evidence.class);
        for (int column = 0; column < codes.length; column++) {
            Evidence evidence = traits.get(column).evidence();
            if (Agreement.level(agreement, column) >= Math.max(2, equal[column] - 1) && witnesses(column)) {
                witnesses.add(evidence);
            }
        }
        return witnesses.contains(Evidence.NUMBER) || witnesses.size() >= WITNESSES;
    }
}
