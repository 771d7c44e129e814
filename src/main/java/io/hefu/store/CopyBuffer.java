package io.hefu.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;

/** A growing buffer of rows in PostgreSQL's binary COPY format, reused from piece to piece. */
final class CopyBuffer {

    private static final byte[] HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final int NULL = -1;
    private static final int END = -1;

    private byte[] bytes = new byte[64 * 1024];
    private int size;

    CopyBuffer start() {
        System.arraycopy(HEADER, 0, bytes, 0, HEADER.length);
        size = HEADER.length;
        return this;
    }

    void end() {
        putShort(END);
    }

    byte[] bytes() {
        return bytes;
    }

    int size() {
        return size;
    }

    int capacity() {
        return bytes.length;
    }

    void row(Column[] columns, Object[] values) {
        int before = size;
        try {
            putShort(columns.length);
            for (int i = 0; i < columns.length; i++) {
                value(columns[i], values[i]);
            }
        } catch (RuntimeException refused) {
            size = before; // half a row must not be sent with the rows around it
            throw refused;
        }
    }

    private void value(Column column, Object value) {
        Object plain = column.plain(value);
        if (plain == null) {
            putInt(NULL);
            return;
        }
        switch (column.type()) {
            case TEXT -> text((String) plain);
            case BYTES -> binary((byte[]) plain);
            case UUID -> uuid((UUID) plain);
            case LONG -> eight((Long) plain);
            case INTEGER -> four((Integer) plain);
            case FLAG -> four((Boolean) plain ? 1 : 0);
            case INSTANT -> eight(Stored.instant((Instant) plain));
            case DECIMAL -> text(((BigDecimal) plain).toString());
            case DATE -> text(((LocalDate) plain).toString());
        }
    }

    private void four(int value) {
        putInt(4);
        putInt(value);
    }

    private void eight(long value) {
        putInt(8);
        putLong(value);
    }

    private void uuid(UUID value) {
        putInt(16);
        putLong(value.getMostSignificantBits());
        putLong(value.getLeastSignificantBits());
    }

    private void binary(byte[] value) {
        putInt(value.length);
        reserve(value.length);
        System.arraycopy(value, 0, bytes, size, value.length);
        size += value.length;
    }

    /** Encodes in place, since an array for each text would be most of the cost. */
    private void text(String text) {
        int length = text.length();
        reserve(Math.addExact(4, Math.multiplyExact(3, length)));
        int start = size;
        int at = start + 4;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c == 0) {
                throw Stored.unstorable(i, c);
            } else if (c < 0x80) {
                bytes[at++] = (byte) c;
            } else if (c < 0x800) {
                bytes[at++] = (byte) (0xc0 | c >> 6);
                bytes[at++] = continuation(c);
            } else if (Character.isSurrogate(c)) {
                Stored.requirePair(text, i);
                at = fourBytes(Character.toCodePoint(c, text.charAt(++i)), at);
            } else {
                bytes[at++] = (byte) (0xe0 | c >> 12);
                bytes[at++] = continuation(c >> 6);
                bytes[at++] = continuation(c);
            }
        }
        putInt(at - start - 4);
        size = at;
    }

    private int fourBytes(int point, int at) {
        bytes[at] = (byte) (0xf0 | point >> 18);
        bytes[at + 1] = continuation(point >> 12);
        bytes[at + 2] = continuation(point >> 6);
        bytes[at + 3] = continuation(point);
        return at + 4;
    }

    private static byte continuation(int bits) {
        return (byte) (0x80 | bits & 0x3f);
    }

    private void putShort(int value) {
        reserve(2);
        bytes[size++] = (byte) (value >> 8);
        bytes[size++] = (byte) value;
    }

    private void putInt(int value) {
        reserve(4);
        bytes[size] = (byte) (value >> 24);
        bytes[size + 1] = (byte) (value >> 16);
        bytes[size + 2] = (byte) (value >> 8);
        bytes[size + 3] = (byte) value;
        size += 4;
    }

    private void putLong(long value) {
        putInt((int) (value >> 32));
        putInt((int) value);
    }

    private void reserve(int more) {
        int needed = Math.addExact(size, more);
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.max(needed, Math.min(bytes.length * 2L, Integer.MAX_VALUE - 8)));
        }
    }
}
