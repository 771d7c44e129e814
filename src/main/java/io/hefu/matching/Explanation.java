package io.hefu.matching;

import io.hefu.definition.Text;
import io.hefu.matching.model.MatchModel;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Why two rows are linked, suggested or kept apart: what was compared, on which level it agrees and what that weighs.
 *
 * @param bits the sum of the lines: for every bit, "the same thing" is twice as probable
 */
public record Explanation(Band band, float bits, List<Line> lines) {
    /**
     * One field, or one thing that speaks for or against the whole.
     *
     * @param first, second the values that were compared; empty where there is none
     * @param level on which they agree
     */
    public record Line(Text what, String first, String second, Text level, float bits) {
        Text told() {
            Text values = first.isEmpty() && second.isEmpty()
                    ? Text.NONE
                    : Text.same(first.equals(second) ? " [" + first + "]" : " [" + first + " | " + second + "]");
            return level.equals(Text.NONE)
                    ? Text.of("%s %s", "%s %s", what, signed(bits))
                    : Text.of("%s：%s%s %s", "%s: %s%s %s", what, level, values, signed(bits));
        }

        Line withoutValues() {
            return new Line(what, "", "", level, bits);
        }
    }

    /** For who may not see the values: what speaks for or against, and how much. */
    public Explanation withoutValues() {
        return new Explanation(
                band,
                bits,
                lines.stream()
                        .filter(line -> line.bits() != 0)
                        .map(Line::withoutValues)
                        .toList());
    }

    /** How probable it is that they are the same thing. */
    public double probability() {
        return MatchModel.probability(bits);
    }

    /** One text, the lines after each other. */
    public Text told() {
        return Text.of(
                "%s；合计 %s 位",
                "%s; in all %s bits", Text.of(joined("；", Locale.CHINESE), joined("; ", Locale.ENGLISH)), signed(bits));
    }

    private String joined(String between, Locale locale) {
        return lines.stream().map(line -> line.told().in(locale)).collect(Collectors.joining(between));
    }

    private static String signed(float bits) {
        return String.format(Locale.ROOT, "%+.1f", bits);
    }
}
