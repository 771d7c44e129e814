package io.hefu.matching.spelling;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A telephone number without what spellings differ in.
 *
 * @param number digits alone: of a mobile number in China all eleven, of a fixed line the area code and the number
 *     without the leading 0; other countries' with their code; empty when the text holds no number
 * @param extension 分机; empty when there is none
 */
public record Phone(String number, String extension) {
    private static final Pattern EXTENSION = Pattern.compile("(?:转|分机|ext\\.?|x|-(?=\\d{1,4}$)|#)\\s*(\\d{1,6})\\s*$");
    private static final Pattern SEVERAL = Pattern.compile("[;,/、；，]|\\s{2,}");
    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");
    private static final int SHORTEST = 5;
    private static final int SHORTEST_WITH_EXTENSION = 7;

    /** Reads the first number of a text. */
    public static Phone of(String written) {
        String text = SEVERAL.split(Words.text(written), 2)[0];
        Matcher extension = EXTENSION.matcher(text);
        boolean extended =
                extension.find() && digits(text.substring(0, extension.start())).length() >= SHORTEST_WITH_EXTENSION;
        String number = withoutPrefix(digits(extended ? text.substring(0, extension.start()) : text));
        return number.length() < SHORTEST || isOneDigit(number)
                ? new Phone("", "")
                : new Phone(number, extended ? extension.group(1) : "");
    }

    private static String withoutPrefix(String digits) {
        String number = digits.startsWith("0086") ? digits.substring(4) : digits;
        if (number.startsWith("86") && number.length() >= 12) {
            number = number.substring(2);
        }
        String mobile = number.startsWith("0") ? number.substring(1) : number;
        if (MOBILE.matcher(mobile).matches()) {
            return mobile;
        }
        return number.startsWith("00") ? number.substring(2) : mobile;
    }

    private static boolean isOneDigit(String number) {
        return number.chars().allMatch(c -> c == number.charAt(0));
    }

    private static String digits(String text) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
                digits.append(text.charAt(i));
            }
        }
        return digits.toString();
    }
}
