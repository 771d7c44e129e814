package io.hefu.mapping;

import io.hefu.definition.Text;
import io.hefu.dictionary.Record;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/**
 * A key as text, the same whether a record carries it as its own or another refers to it: whole numbers in plain digits,
 * texts without the blanks around them, which padded columns add.
 */
final class KeyCells {
    private static final int LONGEST = 400;
    private static final TextCells TEXTS = new TextCells(StandardCharsets.UTF_8, true);

    private KeyCells() {}

    /** @return a String, {@code Nothing.NULL} for an empty one, or a {@link Refusal} */
    static Object read(Object cell) {
        if (cell instanceof BigDecimal number && NumberBounds.allows(number)) {
            return number.stripTrailingZeros().toPlainString();
        }
        Object key = TEXTS.read(cell);
        if ("".equals(key)) {
            return Record.Nothing.NULL;
        }
        return key instanceof String text && text.length() > LONGEST
                ? Refusal.tooLarge(
                        Text.of("键 %s 超过 %s 个字符", "the key %s is longer than %s characters", Shown.of(text), LONGEST))
                : key;
    }
}
