package io.hefu.mapping;

import io.hefu.definition.Text;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Offending values as a person may see them: short, on one line, and cheap whatever they are. */
final class Shown {
    private static final int LENGTH = 40;
    private static final int LISTED = 12;

    private Shown() {}

    static String of(Object cell) {
        if (cell instanceof byte[] bytes) {
            return bytes.length + " bytes";
        }
        if (cell instanceof BigDecimal number && NumberBounds.isHuge(number)) {
            return "1E" + (number.unscaledValue().bitLength() * 301L / 1000 - number.scale());
        }
        if (cell instanceof Map<?, ?> map) {
            return "{" + shorten(String.join(", ", keys(map))) + "}";
        }
        return cell instanceof Collection<?> list
                ? "[" + list.size() + "]"
                : "\"" + shorten(String.valueOf(cell)) + "\"";
    }

    static Text kind(Object cell) {
        if (cell instanceof String) {
            return Text.of("文本", "text");
        }
        if (cell instanceof Number) {
            return Text.of("数字", "a number");
        }
        if (cell instanceof Boolean) {
            return Text.of("是/否值", "a flag");
        }
        if (cell instanceof Collection<?>) {
            return Text.of("列表", "a list");
        }
        if (cell instanceof Map<?, ?>) {
            return Text.of("对象", "an object");
        }
        return cell instanceof byte[] ? Text.of("字节", "bytes") : Text.of("日期时间", "a date or time");
    }

    /** The first few of what is allowed. */
    static String listed(Collection<String> allowed) {
        List<String> first = allowed.stream().limit(LISTED).toList();
        return String.join(", ", first) + (allowed.size() > LISTED ? " … (" + allowed.size() + ")" : "");
    }

    private static List<String> keys(Map<?, ?> map) {
        return map.keySet().stream().limit(LISTED).map(String::valueOf).toList();
    }

    private static String shorten(String text) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < text.length() && i < LENGTH; i++) {
            char character = text.charAt(i);
            line.append(Character.isISOControl(character) ? '·' : character);
        }
        return text.length() > LENGTH ? line.append('…').toString() : line.toString();
    }
}
