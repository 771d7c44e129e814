package io.hefu.matching.compare;

/** Where each character stands in a text of at most 64: one bit a place. Reused, not thread-safe. */
final class CharacterMasks {
    private static final int SLOTS = 256;

    private final char[] characters = new char[SLOTS];
    private final long[] masks = new long[SLOTS];
    private final int[] used = new int[Letters.LONGEST];
    private int uses;

    void set(char[] text, int length) {
        for (int i = 0; i < uses; i++) {
            masks[used[i]] = 0;
        }
        uses = 0;
        for (int i = 0; i < length; i++) {
            int slot = slot(text[i]);
            if (masks[slot] == 0) {
                characters[slot] = text[i];
                used[uses++] = slot;
            }
            masks[slot] |= 1L << i;
        }
    }

    long of(char character) {
        return masks[slot(character)];
    }

    private int slot(char character) {
        int slot = (character * 0x9E3779B1) >>> 24;
        while (masks[slot] != 0 && characters[slot] != character) {
            slot = (slot + 1) & (SLOTS - 1);
        }
        return slot;
    }
}
