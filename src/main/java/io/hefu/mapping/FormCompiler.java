package io.hefu.mapping;

import io.hefu.definition.Text;
import io.hefu.definition.YamlMap;
import io.hefu.dictionary.DataType;
import io.hefu.dictionary.FieldType;
import io.hefu.expression.Result;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Compiles one field from the form in which it is written. */
final class FormCompiler {
    private final LevelCompiler level;
    private final MappingContext in;
    private final FieldType field;
    private final YamlMap form;
    private final ConversionCompiler conversions;

    FormCompiler(LevelCompiler level, FieldType field, YamlMap form) {
        this.level = level;
        this.in = level.in();
        this.field = field;
        this.form = form;
        this.conversions = new ConversionCompiler(in, field, form);
    }

    /** Empty when it has violations that leave nothing to compile. */
    Optional<CompiledField> compile() {
        List<String> sources =
                List.of("from", "constant", "cel").stream().filter(form::has).toList();
        if (sources.size() != 1) {
            in.refuse(
                    form.position(),
                    sources.isEmpty()
                            ? Text.of("没有说从哪里来", "it does not say where it comes from")
                            : Text.of("%s 不能同时使用", "%s do not go together", String.join(", ", sources)),
                    Text.same("from, constant, cel"),
                    Text.of("只写其中一个", "write one of them"));
            return Optional.empty();
        }
        return switch (sources.get(0)) {
            case "constant" -> constant();
            case "cel" -> expression();
            default -> cells();
        };
    }

    private Optional<CompiledField> cells() {
        List<CellPath> paths = form.texts("from").stream()
                .map(path -> CellPath.of(path, level.slots()))
                .toList();
        if (paths.size() > 1 && !form.has("join") && !form.has("pattern")) {
            in.refuse(
                    form.at("from"),
                    Text.of("有几个来源字段，但没有说怎么连", "several source fields, and nothing says how to join them"),
                    Text.of("用 join 声明连接符", "declare what stands between them with join:"));
        }
        if (field.type() instanceof DataType.ListOf list) {
            return list(paths.get(0), list);
        }
        if (field.type() == DataType.Scalar.MONEY && !form.has("join") && !form.has("split") && !form.has("pattern")) {
            return money(paths.get(0));
        }
        return Optional.of(text(paths));
    }

    private CompiledField text(List<CellPath> paths) {
        Conversion conversion = conversions.conversion();
        if (form.has("pattern")) {
            FieldReader reader = new PatternReader(paths, pattern(), conversions.texts(), conversion);
            return oneWay(paths, reader, Text.of("pattern 只能读取", "pattern: is for reading only"));
        }
        if (form.has("split")) {
            return split(paths.get(0), conversion);
        }
        if (paths.size() > 1) {
            String join = form.text("join").orElse("");
            FieldReader reader = new JoinedReader(paths, join, conversions.texts(), conversion);
            return join.isEmpty()
                    ? oneWay(paths, reader, Text.of("没有分隔符就无法拆开", "without a separator it cannot be taken apart"))
                    : bothWays(paths, reader, new Writers.OfJoined(paths, join, conversion));
        }
        FieldReader reader = new CellReader(paths.get(0), conversion);
        return field.type() instanceof DataType.Ref ref
                ? reference(paths, reader, ref)
                : bothWays(paths, reader, new Writers.OfCell(paths.get(0), conversion));
    }

    private CompiledField split(CellPath path, Conversion conversion) {
        String split = form.text("split").orElse(" ");
        int part = LevelCompiler.part(form);
        int parts = level.parts().getOrDefault(LevelCompiler.splitOf(form), part);
        FieldReader reader = new SplitReader(path, split, part, parts, conversions.texts(), conversion);
        return bothWays(List.of(path), reader, new Writers.OfPart(path, split, part, conversion));
    }

    private CompiledField reference(List<CellPath> paths, FieldReader reader, DataType.Ref ref) {
        new ReferenceCheck(in, form, ref.entity()).check();
        boolean foreign =
                !form.text("system").orElse(in.system().id()).equals(in.system().id());
        if (form.has("by") || foreign || form.has("codes")) {
            return oneWay(paths, reader, Text.of("只有本系统的键能写回", "only a key of the same system can be written back"));
        }
        return bothWays(paths, reader, new Writers.OfReference(paths.get(0), ref.entity()));
    }

    private Optional<CompiledField> money(CellPath path) {
        Optional<CurrencySource> currency = currency();
        if (currency.isEmpty()) {
            return Optional.empty();
        }
        conversions.conversion();
        NumberConversion numbers = conversions.numbers(false);
        List<CellPath> paths =
                currency.get().path().map(cell -> List.of(path, cell)).orElse(List.of(path));
        return Optional.of(bothWays(
                paths,
                new MoneyReader(path, numbers, currency.get()),
                new Writers.OfMoney(path, numbers, currency.get())));
    }

    private Optional<CurrencySource> currency() {
        Optional<CurrencySource> written = form.map("currency")
                .map(source -> {
                    Conversion codes = new ConversionCompiler(in, CurrencySource.FIELD, source).conversion();
                    source.map("codes")
                            .ifPresent(declared ->
                                    declared.entries().keySet().forEach(theirs -> isCurrency(declared, theirs)));
                    Optional<CellPath> above = source.text("above").map(column -> above(source, column));
                    CellPath path = above.orElseGet(
                            () -> CellPath.of(source.text("from").orElse(""), level.slots()));
                    return new CurrencySource(Optional.empty(), Optional.of(path), codes, above.isPresent());
                })
                .or(() -> form.text("currency")
                        .filter(code -> isCurrency(form, "currency"))
                        .map(code -> new CurrencySource(
                                Optional.of(code),
                                Optional.empty(),
                                new TextConversion(conversions.texts(), true),
                                false)));
        if (written.isEmpty() && form.text("currency").isEmpty()) {
            in.refuse(
                    form.position(),
                    Text.of("金额没有声明币种", "the amount has no currency"),
                    Text.of(
                            "currency: CNY，或 currency: {from: 来源字段}",
                            "currency: CNY, or currency: {from: source field}"),
                    Text.of("补上 currency", "add currency:"));
        }
        return written;
    }

    private boolean isCurrency(YamlMap map, String key) {
        String code = map.text(key).orElse("");
        boolean known = CurrencySource.isKnown(code);
        if (!known) {
            in.refuse(
                    map.at(key),
                    Text.of("%s 不是 ISO 4217 币种代码", "%s is no ISO 4217 currency code", code),
                    Text.of("三个大写字母，例如 CNY", "three capital letters, such as CNY"),
                    code.equalsIgnoreCase("RMB") || code.equals("人民币")
                            ? Text.of("人民币写 CNY", "the renminbi is CNY")
                            : Text.of(
                                    "改正代码；来源自己说币种时写 {from: 列名}",
                                    "correct the code; where the source says it, write {from: column}"));
        }
        return known;
    }

    private CellPath above(YamlMap source, String column) {
        return level.above(column, source.at("above")).orElseGet(() -> {
            in.refuse(
                    source.at("above"),
                    Text.of("这里上面没有记录", "there is no record above this one"),
                    Text.of("above 只用于列表元素", "above: is for the elements of a list only"),
                    Text.of("改用 from", "use from:"));
            return CellPath.of(column, level.slots());
        });
    }

    private Optional<CompiledField> list(CellPath path, DataType.ListOf list) {
        Optional<YamlMap> each = form.map("each");
        var part = in.dictionary().find(list.part());
        if (each.isEmpty() || part.isEmpty()) {
            in.refuse(
                    form.position(),
                    Text.of("列表没有说明元素的字段", "the list does not say the fields of its elements"),
                    Text.of("用 each 声明它们", "declare them with each:"));
            return Optional.empty();
        }
        LevelCompiler inner = new LevelCompiler(in, part.get(), each.get(), Optional.of(level));
        List<CompiledField> fields = inner.compile();
        inner.refuseMissing(fields, Text.of("在 each 中补上", "add them to each:"));
        Optional<RowFilter> only = form.scalar("only")
                .flatMap(cel -> in.expressions()
                        .overRow(cel, Result.FLAG, inner, "")
                        .map(expression -> new RowFilter(expression, cel.position())));
        level.sources()
                .reads(path.steps(), form.position(), form.isTrue("always"), path.ofAnyElement())
                .elements(inner.sources(), path.ofAnyElement() + "[].");
        if (path.steps().size() == 1) {
            level.plan().elements(path.column(), inner.plan());
        }
        FieldReader reader = new ListReader(path, inner.level(fields, only), inner.fromAbove());
        Optional<CompiledField> oneWay =
                fields.stream().filter(inside -> inside.writer().isEmpty()).findFirst();
        if (oneWay.isPresent() || only.isPresent()) {
            Text why = oneWay.map(first -> Text.of(
                            "元素的 %s：%s", "%s of its elements: %s", first.field().name(), first.whyOneWay()))
                    .orElse(Text.of("only 略去了一些元素", "only: leaves some elements out"));
            return Optional.of(oneWay(List.of(path), reader, why));
        }
        List<Writers.OfList.PartField> parts = fields.stream()
                .map(inside -> new Writers.OfList.PartField(
                        inside.field(), inside.writer().orElseThrow()))
                .toList();
        return Optional.of(bothWays(List.of(path), reader, new Writers.OfList(path, parts)));
    }

    private Optional<CompiledField> constant() {
        Conversion conversion = conversions.conversion();
        Object value = conversion.toOurs(form.text("constant").orElse(""));
        if (value instanceof Refusal refusal) {
            in.refuse(form.at("constant"), refusal.what(), refusal.attempt());
            return Optional.empty();
        }
        if (field.type() == DataType.Scalar.MONEY || field.type() instanceof DataType.ListOf) {
            in.refuse(
                    form.at("constant"),
                    Text.of(
                            "类型 %s 不能用常量",
                            "a constant does not go with the type %s",
                            field.type().written()),
                    Text.of("用 cel", "use cel:"));
            return Optional.empty();
        }
        return Optional.of(
                oneWay(List.of(), new ConstantReader(value), Text.of("常量不写回", "a constant is not written back")));
    }

    private Optional<CompiledField> expression() {
        Conversion plain = conversions.conversion();
        Conversion conversion = field.type() == DataType.Scalar.MONEY ? new MoneyConversion() : plain;
        List<CellPath> reads = form.texts("reads").stream()
                .map(path -> CellPath.of(path, level.slots()))
                .toList();
        Map<CellPath, RecordExpression> back = back();
        return form.scalar("cel")
                .flatMap(cel -> in.expressions().overRow(cel, Result.ANYTHING, level, label(reads)))
                .map(compiled -> new ExpressionReader(compiled, reads, conversion))
                .map(reader -> back.isEmpty()
                        ? oneWay(reads, reader, Text.of("没有 back", "it has no back:"))
                        : bothWays(reads, reader, new Writers.OfExpressions(back)));
    }

    private Map<CellPath, RecordExpression> back() {
        Map<CellPath, RecordExpression> back = new LinkedHashMap<>();
        form.map("back")
                .ifPresent(columns -> columns.entries()
                        .keySet()
                        .forEach(column -> columns.scalar(column)
                                .flatMap(cel -> in.expressions().overRecord(cel, level.type()))
                                .ifPresent(expression -> back.put(CellPath.of(column, level.slots()), expression))));
        back.keySet().forEach(path -> level.sources().reads(path.steps(), form.position(), false, path.ofAnyElement()));
        return back;
    }

    private Pattern pattern() {
        try {
            return Pattern.compile(form.text("pattern").orElse(""));
        } catch (PatternSyntaxException fault) {
            in.refuse(
                    form.at("pattern"),
                    Text.of(
                            "不是正则表达式，错在第 %s 个字符附近",
                            "it is no regular expression, near character %s: %s",
                            Math.max(fault.getIndex(), 0) + 1,
                            fault.getDescription()),
                    Text.of("例如 \"(SJ-[0-9]{4}-[0-9]{4})\"", "such as \"(SJ-[0-9]{4}-[0-9]{4})\""));
            return Pattern.compile("");
        }
    }

    private CompiledField bothWays(List<CellPath> paths, FieldReader reader, FieldWriter writer) {
        boolean indexed = paths.stream().anyMatch(CellPath::hasIndex);
        if (indexed || form.isTrue("oneWay")) {
            return oneWay(
                    paths,
                    reader,
                    indexed
                            ? Text.of("列表中的位置不能写回", "a place in a list cannot be written back")
                            : Text.of("声明了 oneWay", "it is declared oneWay"));
        }
        return compiled(paths, reader, Optional.of(writer), Text.NONE);
    }

    private CompiledField oneWay(List<CellPath> paths, FieldReader reader, Text why) {
        return compiled(paths, reader, Optional.empty(), why);
    }

    private CompiledField compiled(List<CellPath> paths, FieldReader reader, Optional<FieldWriter> writer, Text why) {
        List<String> columns = paths.stream().map(CellPath::column).distinct().toList();
        boolean always = form.isTrue("always");
        paths.stream()
                .filter(path -> !path.isAbove())
                .forEach(path -> level.sources().reads(path.steps(), form.position(), always, anyElement(paths)));
        return new CompiledField(field, form.position(), columns, label(paths), reader, writer, why);
    }

    /** What a fault calls the source of the field. */
    private String label(List<CellPath> paths) {
        Set<String> joined = form.has("join") ? columns(paths) : Set.of();
        return joined.size() > 1
                ? String.join(" + ", joined)
                : paths.isEmpty() ? field.name() : paths.get(0).written();
    }

    /** The same, of whichever element of a list. */
    private String anyElement(List<CellPath> paths) {
        boolean joined = form.has("join") && columns(paths).size() > 1;
        return joined || paths.isEmpty() ? label(paths) : paths.get(0).ofAnyElement();
    }

    private static Set<String> columns(List<CellPath> paths) {
        return new LinkedHashSet<>(paths.stream().map(CellPath::column).toList());
    }
}
