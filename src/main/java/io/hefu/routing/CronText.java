package io.hefu.routing;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Spring's cron expressions, as the scheduler of Camel takes them: six parts, each of numbers in a range, or a macro. */
final class CronText {
    private record Part(int least, int most) {}

    private static final List<Part> PARTS = List.of(
            new Part(0, 59), new Part(0, 59), new Part(0, 23), new Part(1, 31), new Part(1, 12), new Part(0, 7));
    private static final Pattern MACRO = Pattern.compile("@(yearly|annually|monthly|weekly|daily|midnight|hourly)");
    /** Names of months and days, and what only Spring can judge: L, W and #. */
    private static final Pattern WORDS =
            Pattern.compile("(?i)[A-Z]{3}([-,][A-Z]{3})*|\\d*L(-\\d+)?|LW|\\d+W|[\\dA-Z]+#\\d|[A-Z]{3}L");

    private static final Pattern RANGE = Pattern.compile("(\\*|\\d{1,2}(-\\d{1,2})?)(/\\d{1,2})?");

    private CronText() {}

    static boolean isWellFormed(String written) {
        String[] parts = written.trim().split("\\s+");
        if (parts.length != PARTS.size()) {
            return MACRO.matcher(written.trim()).matches();
        }
        for (int i = 0; i < parts.length; i++) {
            if (!isPart(parts[i], PARTS.get(i), i >= 3)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPart(String written, Part part, boolean day) {
        return day && (written.equals("?") || WORDS.matcher(written).matches())
                || Arrays.stream(written.split(",", -1)).allMatch(each -> isRange(each, part));
    }

    private static boolean isRange(String written, Part part) {
        return RANGE.matcher(written).matches()
                && Arrays.stream(written.split("/")[0].split("-"))
                        .filter(number -> !number.equals("*"))
                        .mapToInt(Integer::parseInt)
                        .allMatch(number -> number >= part.least() && number <= part.most());
    }
}
