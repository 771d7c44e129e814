package io.hefu.matching.compare;

/** Where each character stands in a text of at most 64: one bit a place. Reused, not thread-safe. */
final class CharacterMasks {
    private static final int PLAIN = 128;
    private static final int SLOTS = 256;

    /** Of the characters that need no search. */
    private final long[] plain = new long[PLAIN];

    private final char[] characters = new char[SLOTS];
    private final long[] masks = new long[SLOTS];
    private final int[] used = new int[Letters.LONGEST];
    private final char[] text = new char[Letters.LONGEST];
    private int length;
    private int uses;

    void set(char[] letters, int count) {
        clear();
        length = count;
        for (int i = 0; i < count; i++) {
            char character = letters[i];
            text[i] = character;
            if (character < PLAIN) {
                plain[character] |= 1L << i;
            } else {
                int slot = slot(character);
                if (masks[slot] == 0) {
                    characters[slot] = character;
                    used[uses++] = slot;
                }
                masks[slot] |= 1L << i;
            }
        }
    }

    long of(char character) {
        return character < PLAIN ? plain[character] : masks[slot(character)];
    }

    private void clear() {
        for (int i = 0; i < length; i++) {
            if (text[i] < PLAIN) {
                plain[text[i]] = 0;
            }
        }
        for (int i = 0; i < uses; i++) {
            masks[used[i]] = 0;
        }
        uses = 0;
    }

    private int slot(char character) {
        int slot = (character * 0x9E3779B1) >>> 24;
        while (masks[slot] != 0 && characters[slot] != character) {
            slot = (slot + 1) & (SLOTS - 1);
        }
        return slot;
    }
}
