package io.hefu.matching.table;

import io.hefu.matching.compare.Values;

/**
 * What all rows say of one trait: a number a row, 0 where a row says nothing.
 *
 * @param partner the place of the column with which people swap this one, -1 when there is none; both share their values
 * @param codes a number of {@code values} a row
 * @param counts how many rows have a value, by its number
 */
public record Column(Trait trait, int partner, int[] codes, Values values, int[] counts) {
    static Column of(Trait trait, int partner, int[] codes, Values values) {
        int[] counts = new int[values.size() + 1];
        for (int code : codes) {
            counts[code]++;
        }
        return new Column(trait, partner, codes, values, counts);
    }

    public String text(int row) {
        return values.text(codes[row]);
    }

    public boolean has(int row) {
        return codes[row] != 0;
    }

    /** How many rows have any value. */
    public int present() {
        return codes.length - counts[0];
    }

    /** The probability that two random rows that have values have the same one. */
    public double sameByChance() {
        double pairs = 0;
        for (int code = 1; code < counts.length; code++) {
            pairs += (double) counts[code] * (counts[code] - 1);
        }
        double all = (double) present() * (present() - 1);
        return all == 0 ? 1 : pairs / all;
    }
}
