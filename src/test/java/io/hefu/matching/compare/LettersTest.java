package io.hefu.matching.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fast distances are the ones that the books define. */
class LettersTest {
    private final Letters letters = new Letters();

    @ParameterizedTest
    @CsvSource({
        "MARTHA, MARHTA, 0.9611",
        "DIXON, DICKSONX, 0.8133",
        "DWAYNE, DUANE, 0.84",
        "ABC, XYZ, 0",
        "蓝海电子, 蓝海电子, 1"
    })
    void jaroWinklerIsAsPublished(String a, String b, double expected) {
        letters.set(a, b);
        assertThat(letters.jaroWinkler()).isCloseTo(expected, within(0.0001));
    }

    @Test
    void editsAreThoseOfTheSlowWayAndDoNotDependOnTheOrder() {
        Random random = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            String a = word(random);
            String b = random.nextBoolean() ? word(random) : changed(a, random);
            letters.set(a, b);
            int edits = letters.edits();
            assertThat(edits).as(a + " " + b).isEqualTo(slow(a, b));
            letters.set(b, a);
            assertThat(letters.edits()).isEqualTo(edits);
        }
    }

    @Test
    void whatIsSeenAtOnceToBeDifferentIsDifferent() {
        Random random = new Random(4);
        for (int i = 0; i < 20_000; i++) {
            Values values = new Values();
            String word = word(random);
            int a = values.code(word);
            int b = values.code(random.nextBoolean() ? word(random) : changed(word, random));
            for (Scale scale : Scale.values()) {
                if (a != b && a != 0 && b != 0 && !scale.mayAgree(values, a, b)) {
                    letters.set(values, a, b);
                    assertThat(scale.unequal(letters))
                            .as(scale + " " + values.text(a) + " " + values.text(b))
                            .isEqualTo(Scale.DIFFERENT);
                }
            }
        }
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int i = random.nextInt(14); i >= 0; i--) {
            word.append("abcde海蓝".charAt(random.nextInt(7)));
        }
        return word.toString();
    }

    private static String changed(String word, Random random) {
        int at = random.nextInt(word.length());
        return word.substring(0, at) + "x" + word.substring(Math.min(word.length(), at + random.nextInt(3)));
    }

    private static int slow(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int cheapest(int[][] cost, String a, String b, int i, int j) {
        int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int least = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }
}
