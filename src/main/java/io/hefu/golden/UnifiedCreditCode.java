package io.hefu.golden;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The unified social credit code of an organisation in China (GB 32100-2015): 18 characters, the last one a check
 * character. Older tax numbers of 15, 18 or 20 digits have no such check, and issued codes that fail it exist: neither
 * identifies.
 */
public final class UnifiedCreditCode {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final Pattern BETWEEN = Pattern.compile("[\\s-]");
    private static final int LENGTH = 18;
    private static final int MODULUS = 31;

    private UnifiedCreditCode() {}

    /** The code without blanks and hyphens and in upper case; empty when it is none or its check fails. */
    public static Optional<String> parse(String text) {
        if (text.length() == LENGTH && checks(text)) {
            return Optional.of(text);
        }
        String code = BETWEEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("")
                .toUpperCase(Locale.ROOT);
        return code.length() == LENGTH && checks(code) ? Optional.of(code) : Optional.empty();
    }

    private static boolean checks(String code) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < LENGTH - 1; i++) {
            int value = ALPHABET.indexOf(code.charAt(i));
            if (value < 0) {
                return false;
            }
            sum += value * weight;
            weight = weight * 3 % MODULUS;
        }
        int check = (MODULUS - sum % MODULUS) % MODULUS;
        // A code of one repeated character passes the sum and is never issued: it stands for "unknown".
        return ALPHABET.indexOf(code.charAt(LENGTH - 1)) == check && !isOneCharacterRepeated(code);
    }

    private static boolean isOneCharacterRepeated(String code) {
        for (int i = 1; i < LENGTH; i++) {
            if (code.charAt(i) != code.charAt(0)) {
                return false;
            }
        }
        return true;
    }
}
