package io.hefu.mapping;

import io.hefu.definition.Text;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.time.temporal.TemporalAccessor;

/**
 * Any cell as text: bytes decoded strictly by the declared charset, blanks around it taken off where that is wanted,
 * broken text refused.
 *
 * @param charset of cells that are bytes
 */
record TextCells(Charset charset, boolean trim) {
    /** Longer text is no field of a business record. */
    static final int LONGEST = 1_000_000;

    /** @return a String or a {@link Refusal} */
    Object read(Object cell) {
        if (cell instanceof String text) {
            return checked(text);
        }
        if (cell instanceof Long || cell instanceof Boolean || cell instanceof TemporalAccessor) {
            return cell.toString();
        }
        if (cell instanceof BigDecimal number) {
            return NumberBounds.allows(number) ? number.toPlainString() : tooLarge(cell);
        }
        if (cell instanceof byte[] bytes) {
            return bytes.length > LONGEST ? tooLarge(cell) : decoded(bytes);
        }
        return Refusal.retyped(cell, Text.of("文本", "text"));
    }

    private Object decoded(byte[] bytes) {
        try {
            return checked(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return new Refusal(
                    FieldFault.Kind.BROKEN_TEXT,
                    Text.of("这些字节不是 %s 编码的文本", "these bytes are no text in %s", charset),
                    Text.of("请核对 charset（UTF-8、GB18030）", "check the charset (UTF-8, GB18030)"));
        }
    }

    private Object checked(String text) {
        if (text.length() > LONGEST) {
            return tooLarge(text);
        }
        String trimmed = trim ? trimmed(text) : text;
        return BrokenText.isBroken(trimmed) ? broken(trimmed) : trimmed;
    }

    private static Refusal broken(String text) {
        return new Refusal(
                FieldFault.Kind.BROKEN_TEXT,
                Text.of("文本含乱码：%s", "the text is garbled: %s", Shown.of(text)),
                Text.of(
                        "请核对来源的字符集，或在来源系统中改正这段文字",
                        "check the source's charset, or correct the text in the source system"));
    }

    private static Refusal tooLarge(Object cell) {
        return Refusal.tooLarge(Text.of("值太大：%s", "the value is too large: %s", Shown.of(cell)));
    }

    static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return from == 0 && to == text.length() ? text : text.substring(from, to);
    }

    private static boolean isBlank(char c) {
        return c <= ' ' ? Character.isWhitespace(c) : c == '\u00a0' || c == '\u3000' || c == '\ufeff';
    }
}
