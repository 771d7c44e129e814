package io.hefu.expression;

import dev.cel.common.values.NullValue;
import io.hefu.definition.Text;
import io.hefu.dictionary.Money;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Values out of what an expression hands over, each with a fault in words when it is something else. */
final class Values {
    private static final int CACHED = 1_000;
    // Literals of the rules: read once, compared a million times.
    private static final Map<String, Money> MONIES = new ConcurrentHashMap<>();
    private static final Map<String, LocalDate> DATES = new ConcurrentHashMap<>();
    private static final Map<String, BigDecimal> DECIMALS = new ConcurrentHashMap<>();
    private static final Map<String, DateTimeFormatter> PATTERNS = new ConcurrentHashMap<>();

    private Values() {}

    static Money money(Object value) {
        return value instanceof Money money ? money : cached(MONIES, text(value), Values::parseMoney);
    }

    static LocalDate date(Object value) {
        return value instanceof LocalDate date ? date : cached(DATES, text(value), Values::parseDate);
    }

    /** @param pattern as java.time writes it, such as {@code yyyy/M/d} */
    static LocalDate date(Object value, Object pattern) {
        if (value instanceof LocalDate date) {
            return date;
        }
        try {
            return LocalDate.parse(text(value).strip(), cached(PATTERNS, text(pattern), Values::parsePattern));
        } catch (DateTimeException wrong) {
            throw ExpressionFault.of("“%s”不是 %s 格式的日期", "“%s” is no date of the form %s", shown(value), pattern);
        }
    }

    static Instant time(Object value) {
        if (value instanceof Instant time) {
            return time;
        }
        try {
            return OffsetDateTime.parse(text(value)).toInstant();
        } catch (DateTimeException wrong) {
            throw ExpressionFault.of(
                    "“%s”不是带时区的时间，例如 2026-01-31T09:00:00+08:00",
                    "“%s” is no time with its zone, such as 2026-01-31T09:00:00+08:00", shown(value));
        }
    }

    static BigDecimal decimal(Object value) {
        if (value instanceof BigDecimal decimal) {
            return decimal;
        }
        return value instanceof Long number
                ? BigDecimal.valueOf(number)
                : cached(DECIMALS, text(value), Values::parseDecimal);
    }

    static long whole(Object value) {
        if (value instanceof Long number) {
            return number;
        }
        try {
            return decimal(value).longValueExact();
        } catch (ArithmeticException wrong) {
            throw ExpressionFault.of("“%s”不是整数", "“%s” is no whole number", shown(value));
        }
    }

    static String text(Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw ExpressionFault.of("此处需要文本，而不是%s", "a text is needed here, not %s", kind(value));
    }

    /** The value written as text: a number in plain digits, a date as 2026-01-31; nothing as an empty text. */
    static String written(Object value) {
        if (value instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        return value instanceof NullValue ? "" : String.valueOf(value);
    }

    static Text kind(Object value) {
        if (value instanceof String) {
            return Text.of("文本", "a text");
        } else if (value instanceof Long || value instanceof BigDecimal) {
            return Text.of("数字", "a number");
        } else if (value instanceof Money) {
            return Text.of("金额", "money");
        } else if (value instanceof LocalDate) {
            return Text.of("日期", "a date");
        } else if (value instanceof Instant) {
            return Text.of("时间", "a time");
        } else if (value instanceof Boolean) {
            return Text.of("是/否", "a yes or no");
        }
        return value instanceof NullValue ? Text.of("空值", "nothing") : Text.of("其他类型的值", "something else");
    }

    static String shown(Object value) {
        String text = written(value);
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    private static Money parseMoney(String text) {
        String[] parts = text.strip().split(" +");
        Optional<BigDecimal> amount = parts.length == 2 ? Money.parse(parts[0]) : Optional.empty();
        return amount.filter(any -> parts[1].matches("[A-Z]{3}"))
                .map(plain -> new Money(plain, parts[1]))
                .orElseThrow(() -> ExpressionFault.of(
                        "“%s”不是金额，金额要写成“50000 CNY”",
                        "“%s” is no amount of money, which is written as “50000 CNY”", shown(text)));
    }

    private static LocalDate parseDate(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException wrong) {
            throw ExpressionFault.of(
                    "“%s”不是日期，日期要写成 2026-01-31", "“%s” is no date, which is written as 2026-01-31", shown(text));
        }
    }

    private static BigDecimal parseDecimal(String text) {
        return Money.parse(text.strip())
                .orElseThrow(() -> ExpressionFault.of("“%s”不是数字", "“%s” is no number", shown(text)));
    }

    private static DateTimeFormatter parsePattern(String pattern) {
        // Strict: 2026-02-30 is a fault and not the 28th; u counts years where y would need an era.
        return DateTimeFormatter.ofPattern(pattern.replace('y', 'u')).withResolverStyle(ResolverStyle.STRICT);
    }

    private static <T> T cached(Map<String, T> cache, String text, Function<String, T> parse) {
        T known = cache.get(text);
        if (known != null) {
            return known;
        }
        T parsed = parse.apply(text);
        if (cache.size() < CACHED) {
            cache.put(text, parsed);
        }
        return parsed;
    }
}
