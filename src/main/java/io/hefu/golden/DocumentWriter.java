package io.hefu.golden;

import io.hefu.dictionary.Money;
import io.hefu.dictionary.Reference;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;

/** Writes the parts of a document into a growing buffer, which is used again for the next one. */
final class DocumentWriter {
    private byte[] bytes = new byte[4096];
    private int size;

    DocumentWriter start() {
        size = 0;
        return this;
    }

    byte[] written() {
        return Arrays.copyOf(bytes, size);
    }

    int reserve(int count) {
        ensure(count);
        int place = size;
        Arrays.fill(bytes, size, size + count, (byte) 0);
        size += count;
        return place;
    }

    void orAt(int place, int bits) {
        bytes[place] |= (byte) bits;
    }

    void one(int value) {
        ensure(1);
        bytes[size++] = (byte) value;
    }

    void number(long value) {
        ensure(10);
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            bytes[size++] = (byte) (rest & 0x7f | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    /** Small numbers of either sign in few bytes. */
    void signed(long value) {
        number(value << 1 ^ value >> 63);
    }

    void text(String text) {
        int length = utf8Length(text);
        number(length);
        ensure(length);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                bytes[size++] = (byte) c;
            } else if (c < 0x800) {
                bytes[size++] = (byte) (0xc0 | c >> 6);
                bytes[size++] = (byte) (0x80 | c & 0x3f);
            } else if (Character.isSurrogate(c)) {
                fourBytes(Character.toCodePoint(c, text.charAt(++i)));
            } else {
                bytes[size++] = (byte) (0xe0 | c >> 12);
                bytes[size++] = (byte) (0x80 | c >> 6 & 0x3f);
                bytes[size++] = (byte) (0x80 | c & 0x3f);
            }
        }
    }

    private void fourBytes(int point) {
        bytes[size++] = (byte) (0xf0 | point >> 18);
        bytes[size++] = (byte) (0x80 | point >> 12 & 0x3f);
        bytes[size++] = (byte) (0x80 | point >> 6 & 0x3f);
        bytes[size++] = (byte) (0x80 | point & 0x3f);
    }

    private static int utf8Length(String text) {
        int length = text.length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x800) {
                length += 2;
                if (Character.isSurrogate(c)) {
                    requirePair(text, i++); // two chars, four bytes
                }
            } else if (c >= 0x80) {
                length += 1;
            }
        }
        return length;
    }

    private static void requirePair(String text, int i) {
        if (!Character.isHighSurrogate(text.charAt(i))
                || i + 1 == text.length()
                || !Character.isLowSurrogate(text.charAt(i + 1))) {
            throw new IllegalArgumentException("half a surrogate pair at position " + (i + 1)
                    + " of a text; broken text must not come as far as the golden record");
        }
    }

    void decimal(BigDecimal value) {
        BigInteger unscaled = value.unscaledValue();
        boolean small = unscaled.bitLength() < Long.SIZE;
        number((long) (value.scale() << 1 ^ value.scale() >> 31) << 1 | (small ? 0 : 1));
        if (small) {
            signed(unscaled.longValue());
        } else {
            bytes(unscaled.toByteArray());
        }
    }

    void money(Money money) {
        int known = Currencies.numberOf(money.currency());
        one(known);
        if (known == 0) {
            text(money.currency());
        }
        decimal(money.amount());
    }

    void date(LocalDate date) {
        signed(date.toEpochDay());
    }

    void time(Instant time) {
        signed(time.getEpochSecond());
        number(time.getNano());
    }

    void reference(Reference reference) {
        if (reference instanceof Reference.Known known) {
            one(0);
            eight(known.uid().value().getMostSignificantBits());
            eight(known.uid().value().getLeastSignificantBits());
        } else if (reference instanceof Reference.ByKey key) {
            one(1);
            text(key.system());
            text(key.entity());
            text(key.key());
        } else if (reference instanceof Reference.ByBusinessKey key) {
            one(2);
            text(key.entity());
            text(key.field());
            text(key.value());
        }
    }

    private void eight(long value) {
        ensure(8);
        for (int shift = 56; shift >= 0; shift -= 8) {
            bytes[size++] = (byte) (value >> shift);
        }
    }

    private void bytes(byte[] more) {
        number(more.length);
        ensure(more.length);
        System.arraycopy(more, 0, bytes, size, more.length);
        size += more.length;
    }

    private void ensure(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
