package io.hefu.matching.sample;

import java.util.SplittableRandom;

/** The slips of people who type. */
final class Slips {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

    private final SplittableRandom random;

    Slips(SplittableRandom random) {
        this.random = random;
    }

    /** One letter or digit wrong, missing, too many, or two swapped. */
    String one(String text) {
        if (text.isEmpty()) {
            return text;
        }
        int at = random.nextInt(text.length());
        return switch (random.nextInt(4)) {
            case 0 -> text.substring(0, at) + like(text.charAt(at)) + text.substring(at + 1);
            case 1 -> text.length() < 3 ? text : text.substring(0, at) + text.substring(at + 1);
            case 2 -> text.substring(0, at) + like(text.charAt(at)) + text.substring(at);
            default ->
                at == 0
                        ? text
                        : text.substring(0, at - 1) + text.charAt(at) + text.charAt(at - 1) + text.substring(at + 1);
        };
    }

    /** One digit wrong, or two swapped. */
    String ofDigits(String digits) {
        int at = random.nextInt(digits.length());
        if (at > 0 && random.nextInt(3) == 0) {
            return digits.substring(0, at - 1) + digits.charAt(at) + digits.charAt(at - 1) + digits.substring(at + 1);
        }
        return Character.isDigit(digits.charAt(at))
                ? digits.substring(0, at) + random.nextInt(10) + digits.substring(at + 1)
                : digits;
    }

    private char like(char old) {
        return Character.isDigit(old)
                ? (char) ('0' + random.nextInt(10))
                : LETTERS.charAt(random.nextInt(LETTERS.length()));
    }
}
