package io.hefu.delivery;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Cells compared and shown as a person would: 1.50 and 1.5 are the same amount, 5 and 5 the same number. */
public final class CellText {
    private CellText() {}

    public static boolean same(Object one, Object other) {
        if (one instanceof Number && other instanceof Number) {
            return decimal(one).compareTo(decimal(other)) == 0;
        }
        return Objects.equals(of(one), of(other));
    }

    /** One line; lists and objects in brackets. */
    public static String of(Object cell) {
        if (cell == null) {
            return "";
        } else if (cell instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        } else if (cell instanceof List<?> list) {
            return "[" + String.join(", ", list.stream().map(CellText::of).toList()) + "]";
        } else if (cell instanceof Map<?, ?> map) {
            return "{"
                    + String.join(
                            ", ",
                            map.entrySet().stream()
                                    .map(entry -> entry.getKey() + ": " + of(entry.getValue()))
                                    .toList())
                    + "}";
        }
        return cell.toString();
    }

    private static BigDecimal decimal(Object number) {
        return number instanceof BigDecimal decimal ? decimal : new BigDecimal(number.toString());
    }
}
