package io.hefu.golden;

import io.hefu.dictionary.Money;
import io.hefu.dictionary.Reference;
import io.hefu.dictionary.Uid;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;

/** Reads what {@link DocumentWriter} wrote. */
final class DocumentReader {
    private final byte[] bytes;
    private int at;

    DocumentReader(byte[] bytes) {
        this.bytes = bytes;
    }

    int skip(int count) {
        int place = at;
        at += count;
        return place;
    }

    int byteAt(int place) {
        return bytes[place] & 0xff;
    }

    int one() {
        return bytes[at++] & 0xff;
    }

    long number() {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte b = bytes[at++];
            value |= (long) (b & 0x7f) << shift;
            if (b >= 0) {
                return value;
            }
        }
    }

    int count() {
        return Math.toIntExact(number());
    }

    long signed() {
        long value = number();
        return value >>> 1 ^ -(value & 1);
    }

    String text() {
        int length = count();
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    BigDecimal decimal() {
        long header = number();
        long zigzag = header >>> 1;
        int scale = (int) (zigzag >>> 1 ^ -(zigzag & 1));
        if ((header & 1) == 0) {
            return BigDecimal.valueOf(signed(), scale);
        }
        int length = count();
        byte[] unscaled = Arrays.copyOfRange(bytes, at, at + length);
        at += length;
        return new BigDecimal(new BigInteger(unscaled), scale);
    }

    Money money() {
        int known = one();
        String currency = known == 0 ? text() : Currencies.of(known);
        return new Money(decimal(), currency);
    }

    LocalDate date() {
        return LocalDate.ofEpochDay(signed());
    }

    Instant time() {
        long seconds = signed();
        return Instant.ofEpochSecond(seconds, number());
    }

    Reference reference() {
        return switch (one()) {
            case 0 -> new Reference.Known(new Uid(new UUID(eight(), eight())));
            case 1 -> new Reference.ByKey(text(), text(), text());
            default -> new Reference.ByBusinessKey(text(), text(), text());
        };
    }

    private long eight() {
        long value = 0;
        for (int i = 0; i < 8; i++) {
            value = value << 8 | bytes[at++] & 0xff;
        }
        return value;
    }
}
