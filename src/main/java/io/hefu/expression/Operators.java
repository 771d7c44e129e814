package io.hefu.expression;

import dev.cel.common.values.NullValue;
import io.hefu.dictionary.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/**
 * What {@code == < + [] in} do to the values that CEL does not know, and to values whose type is only known when they are
 * there. Amounts in different currencies are never compared or added: that is a fault.
 */
final class Operators {
    /** The sum of no amounts: nothing, in whatever currency it is put together with. */
    static final Money NO_MONEY = new Money(BigDecimal.ZERO, "");

    private Operators() {}

    static boolean equal(Object left, Object right) {
        if (left instanceof String && right instanceof String) {
            return left.equals(right);
        }
        if (left instanceof Money a && right instanceof Money b) {
            return compare(a, b) == 0;
        }
        if (isNumber(left) && isNumber(right)) {
            return compareNumbers(left, right) == 0;
        }
        if (left instanceof NullValue || right instanceof NullValue) {
            return left == right;
        }
        if (isPlain(left) && isPlain(right) && left.getClass() != right.getClass()) {
            throw mixed(left, right);
        }
        return left.equals(right);
    }

    static int compare(Object left, Object right) {
        if (left instanceof LocalDate a && right instanceof LocalDate b) {
            return a.compareTo(b);
        } else if (left instanceof Money a && right instanceof Money b) {
            return compare(a, b);
        } else if (isNumber(left) && isNumber(right)) {
            return compareNumbers(left, right);
        } else if (left instanceof Instant a && right instanceof Instant b) {
            return a.compareTo(b);
        } else if (left instanceof String a && right instanceof String b) {
            return a.compareTo(b);
        }
        throw mixed(left, right);
    }

    static Object add(Object left, Object right) {
        if (left instanceof Money a && right instanceof Money b) {
            return a == NO_MONEY
                    ? b
                    : b == NO_MONEY ? a : exactly(() -> inSame(a, b).plus(b));
        } else if (left instanceof Long a && right instanceof Long b) {
            return exactly(() -> Math.addExact(a, b));
        } else if (isNumber(left) && isNumber(right)) {
            return bounded(Values.decimal(left).add(Values.decimal(right)));
        } else if (left instanceof String a && right instanceof String b) {
            return a + b;
        } else if (left instanceof Collection<?> a && right instanceof Collection<?> b) {
            return java.util.stream.Stream.concat(a.stream(), b.stream()).toList();
        }
        throw mixed(left, right);
    }

    static Object subtract(Object left, Object right) {
        if (left instanceof Money a && right instanceof Money b) {
            return b == NO_MONEY ? a : exactly(() -> inSame(a, b).minus(b));
        } else if (left instanceof Long a && right instanceof Long b) {
            return exactly(() -> Math.subtractExact(a, b));
        } else if (isNumber(left) && isNumber(right)) {
            return bounded(Values.decimal(left).subtract(Values.decimal(right)));
        }
        throw mixed(left, right);
    }

    static Object multiply(Object left, Object right) {
        if (left instanceof Money money && isNumber(right)) {
            return exactly(() -> new Money(money.amount().multiply(Values.decimal(right)), money.currency()));
        } else if (left instanceof Long a && right instanceof Long b) {
            return exactly(() -> Math.multiplyExact(a, b));
        } else if (isNumber(left) && isNumber(right)) {
            return bounded(Values.decimal(left).multiply(Values.decimal(right)));
        }
        throw mixed(left, right);
    }

    static Object negate(Object value) {
        return value instanceof Money money
                ? new Money(money.amount().negate(), money.currency())
                : Values.decimal(value).negate();
    }

    static Object index(Object of, Object at) {
        if (of instanceof RowView row) {
            return row.select(Values.text(at));
        }
        if (of instanceof List<?> list) {
            long place = Values.whole(at);
            if (place >= 0 && place < list.size()) {
                return list.get((int) place);
            }
            throw ExpressionFault.of(
                    "列表只有 %s 项，没有第 [%s] 项", "the list has %s items and none at [%s]", list.size(), place);
        }
        throw ExpressionFault.of("无法用 [%s] 取值", "nothing can be taken at [%s]", Values.shown(at));
    }

    static boolean in(Object value, Object of) {
        if (of instanceof RowView row) {
            return row.has(Values.text(value));
        }
        if (!(of instanceof Collection<?> collection)) {
            throw ExpressionFault.of("in 的右边必须是列表", "a list must stand to the right of in");
        }
        for (Object each : collection) {
            if (equal(value, each)) {
                return true;
            }
        }
        return false;
    }

    static Object sum(Object list) {
        Object sum = null;
        for (Object each : (Collection<?>) list) {
            sum = sum == null ? each : add(sum, each);
        }
        return sum;
    }

    /** A number past anything that the trade knows stops here, before it grows. */
    static BigDecimal bounded(BigDecimal value) {
        if (value.precision() > 60 || Math.abs((long) value.scale()) > 60) {
            throw ExpressionFault.of("计算结果超出范围", "the result of the calculation is out of range");
        }
        return value;
    }

    private static int compare(Money left, Money right) {
        return left == NO_MONEY || right == NO_MONEY
                ? left.amount().compareTo(right.amount())
                : inSame(left, right).compareTo(right);
    }

    private static Money inSame(Money left, Money right) {
        if (!left.currency().equals(right.currency())) {
            throw ExpressionFault.of(
                    "币种不同，不能比较或相加：%s 与 %s",
                    "amounts in different currencies cannot be compared or added: %s and %s", left, right);
        }
        return left;
    }

    private static int compareNumbers(Object left, Object right) {
        return left instanceof Long a && right instanceof Long b
                ? a.compareTo(b)
                : Values.decimal(left).compareTo(Values.decimal(right));
    }

    private static boolean isNumber(Object value) {
        return value instanceof Long || value instanceof BigDecimal;
    }

    private static boolean isPlain(Object value) {
        return value instanceof String
                || isNumber(value)
                || value instanceof Boolean
                || value instanceof Money
                || value instanceof LocalDate
                || value instanceof Instant;
    }

    private static <T> T exactly(java.util.function.Supplier<T> calculation) {
        try {
            return calculation.get();
        } catch (ArithmeticException tooLarge) {
            throw ExpressionFault.of("计算结果超出范围", "the result of the calculation is out of range");
        }
    }

    private static ExpressionFault mixed(Object left, Object right) {
        return ExpressionFault.of(
                "%s与%s不能放在一起比较或计算",
                "%s and %s cannot be compared or put together", Values.kind(left), Values.kind(right));
    }
}
