package io.hefu.matching.compare;

import java.util.Arrays;

/** The distinct texts of a column, each known by a number from 1; 0 stands for no text. Compact: no object a text. */
public final class Values {
    /** What is longer is cut here, so that no text can cost more than any other. */
    public static final int LONGEST = 240;

    private static final int FIRST_CAPACITY = 64;

    private char[] characters = new char[FIRST_CAPACITY * 8];
    private int[] ends = new int[FIRST_CAPACITY];
    private int[] hashes = new int[FIRST_CAPACITY];
    private long[] signatures = new long[FIRST_CAPACITY];
    private int[] slots = new int[FIRST_CAPACITY * 2];
    private int size;

    /** The number of a text, given now when it is new; 0 when it is empty. */
    public int code(CharSequence text) {
        int length = Math.min(text.length(), LONGEST);
        if (length == 0) {
            return 0;
        }
        int hash = hash(text, length);
        int slot = slot(text, length, hash);
        return slots[slot] != 0 ? slots[slot] : add(text, length, hash, slot);
    }

    /** The number of a text, or -1 when it was never given one; 0 when it is empty. */
    public int find(CharSequence text) {
        int length = Math.min(text.length(), LONGEST);
        if (length == 0) {
            return 0;
        }
        int code = slots[slot(text, length, hash(text, length))];
        return code == 0 ? -1 : code;
    }

    /** How many distinct texts there are; the largest number given. */
    public int size() {
        return size;
    }

    public String text(int code) {
        return code == 0 ? "" : new String(characters, start(code), ends[code] - start(code));
    }

    public int length(int code) {
        return code == 0 ? 0 : ends[code] - start(code);
    }

    /** The same for the same text, in whatever order texts came. */
    public int hash(int code) {
        return code == 0 ? 0 : hashes[code];
    }

    /** How many different characters the first text has at least that the second has not. */
    int missing(int a, int b) {
        return Long.bitCount(signatures[a] & ~signatures[b]);
    }

    /** @return how many characters were copied: at most what fits */
    public int copy(int code, char[] into) {
        int length = Math.min(length(code), into.length);
        System.arraycopy(characters, start(code), into, 0, length);
        return length;
    }

    /** Forgets the texts that were numbered last. */
    public void forget(int sizeBefore) {
        while (size > sizeBefore) {
            int slot = hashes[size] & (slots.length - 1);
            while (slots[slot] != size) {
                slot = (slot + 1) & (slots.length - 1);
            }
            // nothing was put behind it since, so that no search needs this place
            slots[slot] = 0;
            size--;
        }
    }

    /** Gives back what growing took too much. */
    public void trim() {
        characters = Arrays.copyOf(characters, size == 0 ? 0 : ends[size]);
    }

    private int start(int code) {
        return code == 0 ? 0 : ends[code - 1];
    }

    private int add(CharSequence text, int length, int hash, int slot) {
        slots[slot] = ++size;
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, size + size / 2);
            hashes = Arrays.copyOf(hashes, ends.length);
            signatures = Arrays.copyOf(signatures, ends.length);
        }
        int start = ends[size - 1];
        if (start + length > characters.length) {
            characters = Arrays.copyOf(characters, Math.max(start + length, characters.length + characters.length / 2));
        }
        long signature = 0;
        for (int i = 0; i < length; i++) {
            characters[start + i] = text.charAt(i);
            signature |= 1L << text.charAt(i);
        }
        signatures[size] = signature;
        ends[size] = start + length;
        hashes[size] = hash;
        if (size * 2 > slots.length) {
            rehash();
        }
        return size;
    }

    private void rehash() {
        slots = new int[slots.length * 2];
        for (int code = 1; code <= size; code++) {
            int slot = hashes[code] & (slots.length - 1);
            while (slots[slot] != 0) {
                slot = (slot + 1) & (slots.length - 1);
            }
            slots[slot] = code;
        }
    }

    private int slot(CharSequence text, int length, int hash) {
        int slot = hash & (slots.length - 1);
        while (slots[slot] != 0 && !(hashes[slots[slot]] == hash && equal(slots[slot], text, length))) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private boolean equal(int code, CharSequence text, int length) {
        int start = start(code);
        if (ends[code] - start != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (characters[start + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static int hash(CharSequence text, int length) {
        int hash = length;
        for (int i = 0; i < length; i++) {
            hash = hash * 31 + text.charAt(i);
        }
        hash ^= hash >>> 16;
        hash *= 0x85EBCA6B;
        hash ^= hash >>> 13;
        hash *= 0xC2B2AE35;
        return hash ^ hash >>> 16;
    }
}
