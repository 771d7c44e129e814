package io.hefu.matching.spelling;

import java.util.Locale;

/** The code of a product: letters and digits, without leading zeros of the whole; O and 0 stay apart. */
public final class ProductCode {
    private ProductCode() {}

    public static String of(String written) {
        String joined = Words.joined(written).toUpperCase(Locale.ROOT);
        int start = 0;
        while (start < joined.length() - 1 && joined.charAt(start) == '0') {
            start++;
        }
        return joined.substring(start);
    }
}
