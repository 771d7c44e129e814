package io.hefu.mapping;

import io.hefu.definition.Text;
import io.hefu.dictionary.Record;
import java.math.BigDecimal;
import java.util.Map;

/**
 * Numbers: whole ones as Long, others as BigDecimal with the scale that they came with.
 *
 * @param tagged whether numbers may be objects as Tryton writes them: {@code {"__class__": "Decimal", "decimal": "1.50"}}
 */
record NumberConversion(TextCells texts, NumberStyle style, boolean whole, boolean tagged, boolean emptyIsNull)
        implements Conversion {
    @Override
    public Object toOurs(Object cell) {
        Object number = number(cell);
        return whole && number instanceof BigDecimal decimal ? wholeOf(decimal) : number;
    }

    private Object number(Object cell) {
        if (cell instanceof BigDecimal decimal) {
            return style.bounded(decimal, cell);
        }
        if (cell instanceof Long number) {
            return style.bounded(BigDecimal.valueOf(number), cell);
        }
        if (cell instanceof String || cell instanceof byte[]) {
            Object text = texts.read(cell);
            return text instanceof Refusal ? text : ofText(cell, (String) text);
        }
        return tagged && cell instanceof Map<?, ?> object && object.get("decimal") instanceof String text
                ? ofText(text, text)
                : Refusal.retyped(cell, Text.of("数字", "a number"));
    }

    private Object ofText(Object cell, String text) {
        return text.isEmpty() && emptyIsNull ? Record.Nothing.NULL : style.read(cell, text);
    }

    private static Object wholeOf(BigDecimal number) {
        return number.stripTrailingZeros().scale() > 0
                ? Refusal.unparseable(
                        Text.of("%s 不是整数", "%s is no whole number", Shown.of(number)),
                        Text.of(
                                "请在来源系统中改正，或把字典类型改为 decimal",
                                "correct it in the source system, or make the field a decimal in the dictionary"))
                : (Object) number.longValue();
    }

    @Override
    public Object toTheirs(Object value) {
        if (value instanceof Long number) {
            Object theirs = style.write(BigDecimal.valueOf(number));
            return theirs instanceof BigDecimal decimal && decimal.scale() == 0 ? number(decimal) : theirs;
        }
        return style.write((BigDecimal) value);
    }

    private static Object number(BigDecimal decimal) {
        return decimal.longValue();
    }
}
