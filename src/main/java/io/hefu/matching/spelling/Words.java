package io.hefu.matching.spelling;

import io.hefu.golden.CompanyName;
import java.text.Normalizer;
import java.util.Locale;

/** Words as they are compared, and what every normaliser begins with. */
public final class Words {
    /** What is longer is cut before anything is done with it. */
    private static final int LONGEST = 400;

    private Words() {}

    /** Width, traditional characters and the case of letters do not matter; blanks become single ones. */
    static String text(String written) {
        String cut = written.length() > LONGEST ? written.substring(0, LONGEST) : written;
        String normal = Normalizer.isNormalized(cut, Normalizer.Form.NFKC)
                ? cut
                : Normalizer.normalize(cut, Normalizer.Form.NFKC);
        return CompanyName.simplified(normal).toLowerCase(Locale.ROOT).strip();
    }

    /** The letters and digits alone, single blanks between words. */
    public static String of(String written) {
        String text = text(written);
        StringBuilder words = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                words.append(c);
            } else if (words.length() > 0 && words.charAt(words.length() - 1) != ' ' && c != '\'') {
                words.append(' ');
            }
        }
        return words.toString().strip();
    }

    /** The letters and digits alone. */
    public static String joined(String written) {
        String text = text(written);
        StringBuilder joined = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                joined.append(text.charAt(i));
            }
        }
        return joined.toString();
    }

    static boolean isChinese(String text) {
        return text.codePoints().anyMatch(point -> Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN);
    }
}
