package io.hefu.dictionary;

import io.hefu.definition.Position;
import io.hefu.definition.Spelling;
import io.hefu.definition.Text;
import io.hefu.definition.Violations;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether a field's example is a value of its type. */
final class FieldExample {
    private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]{1,18}");
    private static final Pattern MONEY = Pattern.compile("\\S+ [A-Z]{3}");

    private static final Map<DataType.Scalar, Text> FORMS = Map.of(
            DataType.Scalar.TEXT, Text.of("文本", "a text"),
            DataType.Scalar.INTEGER, Text.of("整数，例如 30", "a whole number, such as 30"),
            DataType.Scalar.DECIMAL, Text.of("小数，例如 0.13", "a decimal number, such as 0.13"),
            DataType.Scalar.MONEY, Text.of("金额和币种，例如 1200.00 CNY", "amount and currency, such as 1200.00 CNY"),
            DataType.Scalar.DATE, Text.of("日期，例如 2026-11-20", "a date, such as 2026-11-20"),
            DataType.Scalar.TIME,
                    Text.of(
                            "带时区的时间，例如 2026-11-20T09:30:00+08:00",
                            "a time with its offset, such as 2026-11-20T09:30:00+08:00"),
            DataType.Scalar.FLAG, Text.of("true 或 false", "true or false"));

    private FieldExample() {}

    static void check(Dictionary dictionary, FieldType field, Violations violations) {
        Optional<Text> wanted = field.example().flatMap(example -> misfit(dictionary, field.type(), example));
        wanted.ifPresent(allowed -> violations.add(
                new Position(
                        field.position().file(),
                        field.position().line(),
                        field.position().key() + ".example"),
                Text.of(
                        "示例 %s 不合类型 %s",
                        "the example %s does not fit the type %s",
                        field.example().orElse(""),
                        field.type().written()),
                allowed,
                Text.of("改示例或类型", "change the example or the type")));
    }

    /** What would fit; empty when the example does. */
    private static Optional<Text> misfit(Dictionary dictionary, DataType type, String example) {
        if (type instanceof DataType.Scalar scalar) {
            return fits(scalar, example) ? Optional.empty() : Optional.of(FORMS.get(scalar));
        }
        if (type instanceof DataType.Code code) {
            return dictionary
                    .findCodes(code.list())
                    .filter(list -> !list.has(example))
                    .map(list -> Spelling.listed(list.codes().keySet()));
        }
        return type instanceof DataType.ListOf
                ? Optional.of(Text.of("列表字段没有示例", "a list field has no example"))
                : Optional.empty();
    }

    private static boolean fits(DataType.Scalar type, String example) {
        return switch (type) {
            case TEXT -> true;
            case INTEGER -> INTEGER.matcher(example).matches();
            case DECIMAL -> Money.parse(example).isPresent();
            case MONEY ->
                MONEY.matcher(example).matches()
                        && Money.parse(example.substring(0, example.indexOf(' ')))
                                .isPresent();
            case DATE -> isDate(example);
            case TIME -> isTime(example);
            case FLAG -> example.equals("true") || example.equals("false");
        };
    }

    private static boolean isDate(String example) {
        try {
            LocalDate.parse(example);
            return true;
        } catch (DateTimeException notOne) {
            return false;
        }
    }

    private static boolean isTime(String example) {
        try {
            OffsetDateTime.parse(example);
            return true;
        } catch (DateTimeException notOne) {
            return false;
        }
    }
}
