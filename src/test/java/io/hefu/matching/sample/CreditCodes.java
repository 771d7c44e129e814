package io.hefu.matching.sample;

import java.util.SplittableRandom;

/** Unified social credit codes with their check letter, as GB 32100-2015 computes it. */
final class CreditCodes {
    private static final String LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private CreditCodes() {}

    static String one(SplittableRandom random) {
        StringBuilder code = new StringBuilder("91").append(110_000 + random.nextInt(500_000));
        while (code.length() < 17) {
            code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += LETTERS.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return code.append(LETTERS.charAt((31 - sum % 31) % 31)).toString();
    }
}
