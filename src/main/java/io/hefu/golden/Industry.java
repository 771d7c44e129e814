package io.hefu.golden;

import java.util.Set;

/** The words for what a company does, by which a Chinese name ends before its legal form. */
final class Industry {
    private static final Set<String> WORDS = WordList.words("industries.txt");
    private static final int LONGEST = 6;
    private static final int SHORTEST = 2;

    private Industry() {}

    /** Where the words of industry begin; the length of the text when it ends in none. */
    static int start(String text) {
        int start = text.length();
        int before;
        do {
            before = start;
            start = peeled(text, start);
        } while (start < before);
        return start;
    }

    private static int peeled(String text, int end) {
        for (int length = Math.min(LONGEST, end); length >= SHORTEST; length--) {
            if (WORDS.contains(text.substring(end - length, end))) {
                return end - length;
            }
        }
        return end;
    }
}
