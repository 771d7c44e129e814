package io.hefu.matching.model;

import io.hefu.matching.compare.Scale;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What agreement in one trait says.
 *
 * @param same how often rows of the same thing agree on each level; place 0 is not used, the others sum to 1
 * @param chance how often rows of different things do
 * @param common the values that many rows have, each with the chance that another thing has it too
 * @param rest that chance for every other value
 */
public record TraitModel(
        String trait, Scale scale, double[] same, double[] chance, Map<String, Double> common, double rest) {
    private static final double LOG_2 = Math.log(2);

    /** Bits for or against "the same thing"; 0 where nothing is compared. */
    double bits(int level) {
        return level == Scale.NOT_COMPARED ? 0 : log2(same[level] / chance[level]);
    }

    /** Bits of agreement in a value: a rare one says more. */
    double bitsOfEqual(String value) {
        return log2(same[scale.equal()] / common.getOrDefault(value, rest));
    }

    TraitModel rounded() {
        Map<String, Double> values = new LinkedHashMap<>();
        common.forEach((value, chanceOf) -> values.put(value, MatchModel.round(chanceOf)));
        return new TraitModel(trait, scale, rounded(same), rounded(chance), values, MatchModel.round(rest));
    }

    private static double[] rounded(double[] values) {
        return Arrays.stream(values).map(MatchModel::round).toArray();
    }

    static double log2(double ratio) {
        return Math.log(ratio) / LOG_2;
    }
}
