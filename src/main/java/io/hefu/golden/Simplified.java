package io.hefu.golden;

import com.github.houbb.opencc4j.util.ZhConverterUtil;

/** Traditional characters as simplified ones, each by itself; asked once a character and remembered. */
final class Simplified {
    private static final char FIRST = '\u3400';
    private static final char LAST = '\u9fff';
    private static final char[] KNOWN = new char[LAST - FIRST + 1];

    private Simplified() {}

    static char of(char character) {
        if (character < FIRST || character > LAST) {
            return character;
        }
        char known = KNOWN[character - FIRST];
        return known != 0 ? known : learn(character);
    }

    private static char learn(char character) {
        String simple = ZhConverterUtil.toSimple(String.valueOf(character));
        char learnt = simple.length() == 1 ? simple.charAt(0) : character;
        // two threads may both learn it; they learn the same
        KNOWN[character - FIRST] = learnt;
        return learnt;
    }
}
