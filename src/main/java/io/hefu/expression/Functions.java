package io.hefu.expression;

import static io.hefu.expression.TypeNames.DATE;
import static io.hefu.expression.TypeNames.DECIMAL;
import static io.hefu.expression.TypeNames.MONEY;
import static io.hefu.expression.TypeNames.TIME;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import io.hefu.dictionary.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** The functions that Hefu adds to CEL. Working days are counted by the calendar given. */
final class Functions {
    private static final CelType TEXT = SimpleType.STRING;
    private static final CelType WHOLE = SimpleType.INT;
    private static final CelType FLAG = SimpleType.BOOL;
    private static final CelType DYN = SimpleType.DYN;

    private final WorkCalendar calendar;

    private Functions(WorkCalendar calendar) {
        this.calendar = calendar;
    }

    static List<Overload> all(WorkCalendar calendar) {
        List<Overload> all = new ArrayList<>();
        all.addAll(money());
        all.addAll(decimals());
        all.addAll(new Functions(calendar).dates());
        all.addAll(texts());
        all.add(Overload.of(
                "changed", FLAG, (in, field) -> ((Bindings) in).changed((String) field), TypeNames.CHANGES, TEXT));
        return all;
    }

    private static List<Overload> money() {
        List<Overload> all = new ArrayList<>();
        all.add(Overload.of("money", MONEY, Values::money, TEXT));
        for (CelType amount : List.of(TEXT, DECIMAL, WHOLE)) {
            all.add(Overload.of("money", MONEY, Functions::moneyIn, amount, TEXT));
        }
        compared(all, "over", sign -> sign > 0);
        compared(all, "atLeast", sign -> sign >= 0);
        compared(all, "under", sign -> sign < 0);
        compared(all, "atMost", sign -> sign <= 0);
        all.add(Overload.of("isZero", FLAG, Functions::isZero, MONEY).asMember());
        all.add(Overload.of(
                        "isPositive",
                        FLAG,
                        money -> Values.money(money).amount().signum() > 0,
                        MONEY)
                .asMember());
        all.add(Overload.of(
                        "isNegative",
                        FLAG,
                        money -> Values.money(money).amount().signum() < 0,
                        MONEY)
                .asMember());
        all.add(Overload.of("amount", DECIMAL, money -> Values.money(money).amount(), MONEY)
                .asMember());
        all.add(Overload.of("currency", TEXT, money -> Values.money(money).currency(), MONEY)
                .asMember());
        all.add(Overload.of("sum", MONEY, Functions::sumOfMoney, ListType.create(MONEY)));
        return all;
    }

    private static void compared(List<Overload> all, String name, Predicate<Integer> wanted) {
        BiPredicate<Object, Object> test =
                (money, limit) -> wanted.test(Operators.compare(Values.money(money), Values.money(limit)));
        all.add(Overload.of(name, FLAG, test::test, MONEY, MONEY).asMember());
        all.add(Overload.of(name, FLAG, test::test, MONEY, TEXT).asMember());
    }

    private static List<Overload> decimals() {
        return List.of(
                Overload.of("decimal", DECIMAL, Values::decimal, TEXT),
                Overload.of("decimal", DECIMAL, Values::decimal, WHOLE),
                Overload.of("decimal", DECIMAL, Values::decimal, DECIMAL),
                Overload.of("integer", WHOLE, Values::whole, TEXT),
                Overload.of("integer", WHOLE, Values::whole, WHOLE),
                Overload.of("integer", WHOLE, Values::whole, DECIMAL),
                Overload.of("round", DECIMAL, Functions::round, DECIMAL, WHOLE),
                new Overload(
                        "dividedBy",
                        true,
                        DECIMAL,
                        List.of(DECIMAL, DECIMAL, WHOLE),
                        given -> divide(given[0], given[1], given[2])),
                Overload.of("isZero", FLAG, Functions::isZero, DECIMAL).asMember(),
                Overload.of(
                        "sum", DECIMAL, list -> orZero(Operators.sum(list), BigDecimal.ZERO), ListType.create(DECIMAL)),
                Overload.of("sum", WHOLE, list -> orZero(Operators.sum(list), 0L), ListType.create(WHOLE)));
    }

    private List<Overload> dates() {
        return List.of(
                Overload.of("date", DATE, Values::date, TEXT),
                Overload.of("date", DATE, Values::date, TEXT, TEXT),
                Overload.of("time", TIME, Values::time, TEXT),
                Overload.of("dateIn", DATE, Functions::dateIn, TIME, TEXT),
                Overload.of(
                        "daysBetween",
                        WHOLE,
                        (from, to) -> ChronoUnit.DAYS.between(Values.date(from), Values.date(to)),
                        DATE,
                        DATE),
                Overload.of(
                        "workdaysBetween",
                        WHOLE,
                        (from, to) -> calendar.workdaysBetween(Values.date(from), Values.date(to)),
                        DATE,
                        DATE),
                Overload.of("addDays", DATE, Functions::plusDays, DATE, WHOLE),
                Overload.of(
                        "addWorkdays",
                        DATE,
                        (date, days) -> calendar.plusWorkdays(Values.date(date), Values.whole(days)),
                        DATE,
                        WHOLE),
                Overload.of("isWorkday", FLAG, date -> calendar.isWorkday(Values.date(date)), DATE),
                Overload.of("year", WHOLE, date -> (long) Values.date(date).getYear(), DATE),
                Overload.of("month", WHOLE, date -> (long) Values.date(date).getMonthValue(), DATE),
                Overload.of("day", WHOLE, date -> (long) Values.date(date).getDayOfMonth(), DATE));
    }

    private static List<Overload> texts() {
        return List.of(
                Overload.of("text", TEXT, Values::written, DYN),
                Overload.of("isBlank", FLAG, text -> Values.text(text).isBlank(), TEXT)
                        .asMember());
    }

    private static Object moneyIn(Object amount, Object currency) {
        String code = Values.text(currency);
        if (!code.matches("[A-Z]{3}")) {
            throw ExpressionFault.of("“%s”不是币种代码", "“%s” is no currency code", Values.shown(code));
        }
        return new Money(Values.decimal(amount), code);
    }

    private static Object isZero(Object value) {
        return value instanceof Money money
                ? money.isZero()
                : Values.decimal(value).signum() == 0;
    }

    private static Object sumOfMoney(Object list) {
        return orZero(Operators.sum(list), Operators.NO_MONEY);
    }

    private static Object orZero(Object sum, Object zero) {
        return sum == null ? zero : sum;
    }

    private static Object round(Object decimal, Object digits) {
        return Values.decimal(decimal).setScale(digits(digits), RoundingMode.HALF_UP);
    }

    private static Object divide(Object dividend, Object divisor, Object digits) {
        BigDecimal by = Values.decimal(divisor);
        if (by.signum() == 0) {
            throw ExpressionFault.of("除数为零", "division by zero");
        }
        return Values.decimal(dividend).divide(by, digits(digits), RoundingMode.HALF_UP);
    }

    private static int digits(Object digits) {
        long wanted = Values.whole(digits);
        if (wanted < 0 || wanted > 12) {
            throw ExpressionFault.of("小数位数须为0到12", "the number of decimals is 0 to 12");
        }
        return (int) wanted;
    }

    private static Object dateIn(Object time, Object zone) {
        try {
            return Values.time(time).atZone(ZoneId.of(Values.text(zone))).toLocalDate();
        } catch (DateTimeException unknown) {
            throw ExpressionFault.of(
                    "“%s”不是时区，例如 Asia/Shanghai", "“%s” is no zone, such as Asia/Shanghai", Values.shown(zone));
        }
    }

    private static LocalDate plusDays(Object date, Object days) {
        long wanted = Values.whole(days);
        if (Math.abs(wanted) > 100_000) {
            throw ExpressionFault.of("天数过大：%s", "too many days: %s", wanted);
        }
        return Values.date(date).plusDays(wanted);
    }
}
