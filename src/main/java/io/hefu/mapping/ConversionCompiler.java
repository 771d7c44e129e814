package io.hefu.mapping;

import io.hefu.definition.Spelling;
import io.hefu.definition.Text;
import io.hefu.definition.YamlMap;
import io.hefu.definition.YamlScalar;
import io.hefu.dictionary.CodeList;
import io.hefu.dictionary.DataType;
import io.hefu.dictionary.FieldType;
import io.hefu.dictionary.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes the conversion that a form of a field asks for. */
final class ConversionCompiler {
    private static final Set<String> MOMENT_KEYS = Set.of("format");
    private static final Set<String> NUMBER_KEYS = Set.of("decimal", "thousands", "unit");

    private final MappingContext in;
    private final FieldType field;
    private final YamlMap form;
    private final TextCells texts;
    private final boolean emptyIsNull;

    ConversionCompiler(MappingContext in, FieldType field, YamlMap form) {
        this.in = in;
        this.field = field;
        this.form = form;
        this.texts = in.texts(form);
        this.emptyIsNull = form.scalar("empty")
                .map(scalar -> scalar.kind() == YamlScalar.Kind.NOTHING
                        || scalar.text().equals("null"))
                .orElse(field.type() != DataType.Scalar.TEXT);
    }

    TextCells texts() {
        return texts;
    }

    Conversion conversion() {
        refuseKeysOfOtherTypes();
        Conversion plain = plain();
        return form.map("codes")
                .map(codes -> (Conversion) new CodeConversion(texts, codes(codes, plain), plain, emptyIsNull))
                .orElse(plain);
    }

    private Conversion plain() {
        if (field.type() instanceof DataType.Code code) {
            CodeList list = in.dictionary()
                    .findCodes(code.list())
                    .orElseGet(() -> new CodeList(code.list(), Text.NONE, Map.of()));
            return new CodeListConversion(texts, list, emptyIsNull);
        }
        if (field.type() instanceof DataType.Ref ref) {
            return new ReferenceConversion(
                    form.text("system").orElse(in.system().id()), ref.entity(), form.text("by"));
        }
        if (!(field.type() instanceof DataType.Scalar scalar)) {
            return new TextConversion(texts, emptyIsNull);
        }
        return switch (scalar) {
            case TEXT -> new TextConversion(texts, emptyIsNull);
            case INTEGER -> numbers(true);
            case DECIMAL, MONEY -> numbers(false);
            case DATE -> new DateConversion(texts, moments(false), emptyIsNull);
            case TIME -> new TimeConversion(texts, moments(true), emptyIsNull);
            case FLAG -> new FlagConversion(texts, emptyIsNull);
        };
    }

    NumberConversion numbers(boolean whole) {
        boolean tagged = form.texts("format").contains(MomentStyle.TRYTON);
        return new NumberConversion(texts, style(), whole, tagged, emptyIsNull);
    }

    private NumberStyle style() {
        char decimal = form.text("decimal").map(text -> text.charAt(0)).orElse('.');
        Optional<Character> thousands = form.text("thousands").map(text -> text.charAt(0));
        if (thousands.isPresent() && thousands.get() == decimal) {
            in.refuse(
                    form.at("thousands"),
                    Text.of("千分位与小数点是同一个字符", "the thousands sign is the decimal sign"),
                    Text.of("声明另一个小数点（decimal）", "declare another decimal sign (decimal:)"));
        }
        return new NumberStyle(decimal, thousands, unit(), form.has("decimal") || form.has("thousands"));
    }

    private BigDecimal unit() {
        BigDecimal unit =
                form.text("unit").flatMap(Money::parse).orElse(BigDecimal.ONE).stripTrailingZeros();
        if (unit.signum() <= 0 || unit.unscaledValue().intValueExact() != 1) {
            in.refuse(
                    form.at("unit"),
                    Text.of("unit 不是 10 的幂", "the unit is no power of ten"),
                    Text.same("0.01, 100, 1000, 10000, …"),
                    Text.of("其他换算请用 cel", "use cel: for other conversions"));
            return BigDecimal.ONE;
        }
        return unit;
    }

    private MomentStyle moments(boolean time) {
        List<String> formats = form.texts("format");
        Optional<MomentStyle.Epoch> epoch = formats.contains(MomentStyle.EPOCH_SECONDS)
                ? Optional.of(MomentStyle.Epoch.SECONDS)
                : formats.contains(MomentStyle.EPOCH_MILLIS) ? Optional.of(MomentStyle.Epoch.MILLIS) : Optional.empty();
        List<MomentPattern> patterns = new ArrayList<>();
        formats.stream()
                .filter(this::isPattern)
                .forEach(format -> pattern(format, time).ifPresent(patterns::add));
        boolean declared = !patterns.isEmpty();
        if (!declared) {
            patterns.add(MomentPattern.of(time ? LetterPattern.ISO : "yyyy-MM-dd"));
        }
        return new MomentStyle(
                List.copyOf(patterns),
                epoch,
                formats.contains(MomentStyle.TRYTON),
                in.system().zone(),
                declared);
    }

    private boolean isPattern(String format) {
        return !Set.of(MomentStyle.EPOCH_SECONDS, MomentStyle.EPOCH_MILLIS, MomentStyle.TRYTON)
                .contains(format);
    }

    private Optional<MomentPattern> pattern(String format, boolean time) {
        try {
            MomentPattern pattern = MomentPattern.of(format);
            if (time && !pattern.hasTime()) {
                refuseFormat(format, Text.of("没有时刻（HH:mm）", "it says no time of day (HH:mm)"));
            }
            return Optional.of(pattern);
        } catch (IllegalArgumentException fault) {
            refuseFormat(
                    format,
                    LetterPattern.lacksDay(format)
                            ? Text.of(
                                    "年、月、日要齐全（月是 MM，分是 mm，年是 yyyy）",
                                    "year, month and day are needed (MM is the month, mm the minute, yyyy the year)")
                            : Text.of(
                                    "字母或引号用得不对",
                                    String.valueOf(fault.getMessage()).replace("%", "%%")));
            return Optional.empty();
        }
    }

    private void refuseFormat(String format, Text why) {
        in.refuse(
                form.at("format"),
                Text.of("%s 不能用作格式：%s", "%s cannot be used as a format: %s", format, why),
                Text.of(
                        "java.time 的格式，或 iso、epoch-seconds、epoch-millis、tryton",
                        "a pattern of java.time, or iso, epoch-seconds, epoch-millis, tryton"),
                Text.of(
                        "例如 yyyyMMdd、dd/MM/yyyy、yyyy-MM-dd HH:mm:ss",
                        "such as yyyyMMdd, dd/MM/yyyy, yyyy-MM-dd HH:mm:ss"));
    }

    private CodeTable codes(YamlMap codes, Conversion plain) {
        Map<String, String> toOurs = new LinkedHashMap<>();
        Map<String, String> first = new LinkedHashMap<>();
        codes.entries().forEach((theirs, node) -> {
            String ours = codes.text(theirs).orElse("");
            toOurs.put(theirs, ours);
            refuseUnknown(codes, theirs, ours, plain);
            String before = first.putIfAbsent(ours, theirs);
            if (before != null && !form.isTrue("oneWay")) {
                refuseTwice(codes, theirs, before, ours);
            }
        });
        return new CodeTable(toOurs);
    }

    private void refuseTwice(YamlMap codes, String theirs, String before, String ours) {
        in.refuse(
                codes.at(theirs),
                Text.of(
                        "“%s”和“%s”都译成 %s，无法译回",
                        "“%s” and “%s” both become %s, which cannot be turned back", before, theirs, ours),
                Text.of("每个代码对应一个，或 oneWay: true", "one to one, or oneWay: true"),
                Text.of("若只读不写，声明 oneWay: true", "declare oneWay: true if it is only read"));
    }

    private void refuseUnknown(YamlMap codes, String theirs, String ours, Conversion plain) {
        Object value = plain.toOurs(ours);
        if (!(value instanceof Refusal refusal)) {
            return;
        }
        List<String> allowed = field.type() instanceof DataType.Code code
                ? in.dictionary()
                        .findCodes(code.list())
                        .map(list -> List.copyOf(list.codes().keySet()))
                        .orElse(List.of())
                : field.type() == DataType.Scalar.FLAG ? List.of("true", "false") : List.of();
        if (!(field.type() instanceof DataType.Code) || !allowed.isEmpty()) {
            in.refuse(
                    codes.at(theirs),
                    Text.of(
                            "“%s”译成的 %s 不是 %s 的值：%s",
                            "“%s” becomes %s, which is no value of %s: %s",
                            theirs,
                            ours,
                            field.type().written(),
                            refusal.what()),
                    Spelling.listed(allowed),
                    Spelling.didYouMean(
                            ours, allowed, Text.of("改正代码，或在代码表中补充", "correct the code, or add it to the list")));
        }
    }

    private void refuseKeysOfOtherTypes() {
        boolean moment = field.type() == DataType.Scalar.DATE || field.type() == DataType.Scalar.TIME;
        boolean number = Set.<DataType>of(DataType.Scalar.INTEGER, DataType.Scalar.DECIMAL, DataType.Scalar.MONEY)
                .contains(field.type());
        boolean tagged = form.texts("format").equals(List.of(MomentStyle.TRYTON));
        refuseUnless(moment || number && tagged, MOMENT_KEYS);
        refuseUnless(number, NUMBER_KEYS);
        refuseUnless(field.type() == DataType.Scalar.MONEY, Set.of("currency"));
        refuseUnless(field.type() instanceof DataType.Ref, Set.of("by", "system"));
        refuseUnless(field.type() instanceof DataType.ListOf, Set.of("each"));
    }

    private void refuseUnless(boolean fits, Set<String> keys) {
        if (fits) {
            return;
        }
        keys.stream()
                .filter(form::has)
                .forEach(key -> in.refuse(
                        form.at(key),
                        Text.of(
                                "%s 不能用于类型 %s",
                                "%s does not go with the type %s",
                                key,
                                field.type().written()),
                        Text.of("去掉 %s，或改字典中的类型", "take %s away, or change the type in the dictionary", key)));
    }
}
