package io.hefu.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The fields of a {@link Change} as bytes: a count; then each field's kind, name, system, before and after. A count and a
 * length are base-128 varints; a text is its length + 1 and UTF-8, an absent one a 0.
 */
final class ChangeDetail {
    private ChangeDetail() {}

    static byte[] write(List<Change.Field> fields) {
        ByteBuffer bytes = ByteBuffer.allocate(
                5 + fields.stream().mapToInt(ChangeDetail::mostBytes).sum());
        number(bytes, fields.size());
        for (Change.Field field : fields) {
            number(bytes, field.kind().ordinal());
            text(bytes, Optional.of(field.field()));
            text(bytes, Optional.of(field.system()));
            text(bytes, field.before());
            text(bytes, field.after());
        }
        byte[] written = new byte[bytes.position()];
        bytes.flip().get(written);
        return written;
    }

    private static int mostBytes(Change.Field field) {
        int chars = field.field().length()
                + field.system().length()
                + field.before().orElse("").length()
                + field.after().orElse("").length();
        return 25 + 3 * chars;
    }

    private static void text(ByteBuffer bytes, Optional<String> text) {
        if (text.isEmpty()) {
            number(bytes, 0);
            return;
        }
        byte[] encoded = text.get().getBytes(StandardCharsets.UTF_8);
        number(bytes, encoded.length + 1);
        bytes.put(encoded);
    }

    private static void number(ByteBuffer bytes, int value) {
        int rest = value;
        while (rest >= 0x80) {
            bytes.put((byte) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        bytes.put((byte) rest);
    }

    static List<Change.Field> read(byte[] detail) {
        ByteBuffer bytes = ByteBuffer.wrap(detail);
        int count = number(bytes);
        List<Change.Field> fields = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Change.Kind kind = Change.Kind.values()[number(bytes)];
            String field = text(bytes).orElse("");
            String system = text(bytes).orElse("");
            fields.add(new Change.Field(field, text(bytes), text(bytes), system, kind));
        }
        return fields;
    }

    private static Optional<String> text(ByteBuffer bytes) {
        int length = number(bytes);
        if (length == 0) {
            return Optional.empty();
        }
        byte[] encoded = new byte[length - 1];
        bytes.get(encoded);
        return Optional.of(new String(encoded, StandardCharsets.UTF_8));
    }

    private static int number(ByteBuffer bytes) {
        int value = 0;
        for (int shift = 0; ; shift += 7) {
            byte b = bytes.get();
            value |= (b & 0x7f) << shift;
            if (b >= 0) {
                return value;
            }
        }
    }
}
