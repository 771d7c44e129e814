package io.hefu.crosswalk;

import java.util.Comparator;

/**
 * The order in which both databases give keys: by the bytes of their UTF-8. It is the order of code points, which Java's
 * own order of Strings is not for characters beyond U+FFFF.
 */
public final class KeyOrder {
    public static final Comparator<String> BY_BYTES = KeyOrder::compare;

    private KeyOrder() {}

    private static int compare(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        for (int i = 0; i < shorter; i++) {
            char a = one.charAt(i);
            char b = other.charAt(i);
            if (a != b) {
                // a surrogate stands for a character beyond every other char
                boolean beyondA = Character.isSurrogate(a);
                boolean beyondB = Character.isSurrogate(b);
                return beyondA == beyondB ? Character.compare(a, b) : Boolean.compare(beyondA, beyondB);
            }
        }
        return Integer.compare(one.length(), other.length());
    }
}
