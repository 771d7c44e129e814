package io.hefu.store;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;

/** The stored form of each Java type: one place, so that binding, bulk writing and reading agree. */
final class Stored {

    private static final long MICROS = 1_000_000L;

    private Stored() {}

    static long instant(Instant instant) {
        try {
            return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), MICROS), instant.getNano() / 1000);
        } catch (ArithmeticException outOfRange) {
            throw new IllegalArgumentException("Outside the storable range of time: " + instant, outOfRange);
        }
    }

    static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1000);
    }

    static byte[] uuid(UUID uuid) {
        return ByteBuffer.allocate(16)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array();
    }

    static UUID uuid(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    /**
     * Refuses what one of the databases would refuse (U+0000) or silently turn into a question mark (half a surrogate
     * pair): broken text must never become a good value.
     */
    static String text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                throw unstorable(i, c);
            }
            if (Character.isSurrogate(c)) {
                requirePair(text, i++);
            }
        }
        return text;
    }

    static void requirePair(String text, int i) {
        boolean pair = Character.isHighSurrogate(text.charAt(i))
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!pair) {
            throw unstorable(i, text.charAt(i));
        }
    }

    static StoreException unstorable(int position, char c) {
        String code = String.format("U+%04X", (int) c);
        return new StoreException(
                "文本第 " + (position + 1) + " 个字符是 " + code + "，数据库无法存储。该记录的编码可能已损坏，请检查来源的字符集。",
                "The character at position " + (position + 1) + " of a text is " + code
                        + ", which cannot be stored. The text is probably broken; check the charset of its source.",
                false);
    }
}
