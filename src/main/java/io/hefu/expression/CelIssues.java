package io.hefu.expression;

import dev.cel.common.CelIssue;
import io.hefu.definition.Position;
import io.hefu.definition.Spelling;
import io.hefu.definition.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** CEL's own findings, in words that say what to do. */
final class CelIssues {
    private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '([^']*)'.*");
    private static final Pattern UNDEFINED_FIELD = Pattern.compile("undefined field '([^']*)'.*");
    private static final Pattern NO_OVERLOAD = Pattern.compile(
            "found no matching overload for '([^']*)' applied to '\\(?(.*?)\\)?' \\(candidates.*", Pattern.DOTALL);
    private static final Map<String, Text> FORBIDDEN = Map.of(
            "matches",
                    Text.of(
                            "用 contains、startsWith、endsWith 代替正则表达式",
                            "use contains, startsWith or endsWith in place of a regular expression"),
            "double", Text.of("用 decimal(…)，它是精确的", "use decimal(…), which is exact"),
            "timestamp", Text.of("用 date(…) 或 time(…)", "use date(…) or time(…)"),
            "duration", Text.of("用 daysBetween(…) 或 addDays(…)", "use daysBetween(…) or addDays(…)"));

    private final Findings findings;
    private final List<String> functions;
    private boolean malformed;

    private CelIssues(Findings findings, List<String> functions) {
        this.findings = findings;
        this.functions = functions;
    }

    static void report(List<CelIssue> issues, Findings findings, List<String> functions) {
        CelIssues words = new CelIssues(findings, functions);
        issues.forEach(words::report);
    }

    private void report(CelIssue issue) {
        Position position = findings.source().at(issue.getSourceLocation().getLine());
        Matcher undeclared = UNDECLARED.matcher(issue.getMessage());
        Matcher field = UNDEFINED_FIELD.matcher(issue.getMessage());
        Matcher overload = NO_OVERLOAD.matcher(issue.getMessage());
        if (undeclared.matches()) {
            unknownName(position, undeclared.group(1));
        } else if (field.matches()) {
            unknownField(position, field.group(1));
        } else if (overload.matches()) {
            wrongTypes(position, overload.group(1), types(overload.group(2)));
        } else if (issue.getMessage().startsWith("sum(list")) {
            findings.add(
                    position,
                    Text.of("sum 的第二个参数必须是引号中的字段名", "the second argument of sum must be a field's name in quotes"),
                    Text.NONE,
                    Text.of("写成 sum(record.lines, 'gross')", "write sum(record.lines, 'gross')"));
        } else if (!malformed) {
            // the parser stumbles on over what follows the first fault
            malformed = true;
            other(position, issue);
        }
    }

    private void unknownName(Position position, String name) {
        List<String> known = new ArrayList<>(variables());
        known.addAll(functions);
        findings.add(
                position,
                Text.of("不认识“%s”", "“%s” is not known here", name),
                Text.of(
                        "变量 %s；函数 %s",
                        "the variables %s; the functions %s",
                        String.join(", ", variables()),
                        String.join(", ", functions)),
                FORBIDDEN.containsKey(name)
                        ? FORBIDDEN.get(name)
                        : Spelling.didYouMean(
                                name, known, Text.of("文本要用引号括起：'%s'", "put a text in quotes: '%s'", name)));
    }

    private void unknownField(Position position, String field) {
        if (!findings.unknownFields()) {
            findings.add(
                    position,
                    Text.of("没有字段 %s", "there is no field %s", field),
                    Text.NONE,
                    Text.of("在 mappings/dictionary 中查看字段名", "look the field's name up in mappings/dictionary"));
        }
    }

    private void wrongTypes(Position position, String function, List<String> types) {
        String sign = function.replace("_", "").replace("@", "").strip();
        findings.add(
                position,
                Text.of(
                        "“%s”不能用于%s",
                        "“%s” cannot be used on %s",
                        sign,
                        Text.of(joined(types, "与", true), joined(types, " and ", false))),
                Text.NONE,
                attempt(function, types));
    }

    private static Text attempt(String function, List<String> types) {
        if (types.contains("money") && !types.get(0).equals("list")) {
            return Text.of(
                    "金额用 .over('50000 CNY')、.under(…)、.atLeast(…)、.atMost(…)、.isZero() 或 == money('50000 CNY') 比较",
                    "compare money with .over('50000 CNY'), .under(…), .atLeast(…), .atMost(…), .isZero() or =="
                            + " money('50000 CNY')");
        }
        if (types.contains("double") || function.equals("_/_")) {
            return Text.of(
                    "小数写成 decimal('0.13')；除法写成 x.dividedBy(y, 2)",
                    "write decimal('0.13'), and x.dividedBy(y, 2) to divide");
        }
        if (types.contains("date") || types.contains("time")) {
            return Text.of(
                    "日期写成 date('2026-01-31')；相隔天数用 daysBetween(a, b)",
                    "write date('2026-01-31'); daysBetween(a, b) counts the days between");
        }
        if (types.contains("null")) {
            return Text.of("用 has(record.字段) 判断有没有值", "ask with has(record.field) whether there is a value");
        }
        if (types.contains("string")) {
            return Text.of(
                    "文本与数字不能混用：给文本加引号，或用 decimal(…)、text(…) 转换",
                    "text and numbers do not mix: put quotes around a text, or convert with decimal(…) or text(…)");
        }
        return Text.of("使两边的类型相同", "make both sides of one type");
    }

    private void other(Position position, CelIssue issue) {
        int column = issue.getSourceLocation().getColumn() + 1;
        findings.add(
                position,
                Text.of(
                        "表达式写法有误，在第 %s 个字符处",
                        "the expression is not well-formed at character %s (%s)",
                        column,
                        firstLine(issue.getMessage())),
                Text.NONE,
                issue.getMessage().contains("error at: '=")
                        ? Text.of("比较用 ==", "compare with ==")
                        : Text.of(
                                "检查括号、引号和运算符（== && || !），并用引号把整个表达式括起来",
                                "check brackets, quotes and operators (== && || !), and put quotes around the whole expression"));
    }

    private List<String> variables() {
        Scope scope = findings.source().scope();
        if (scope instanceof Scope.OverRecord) {
            return List.of(Names.RECORD, Names.BEFORE, Names.TODAY);
        }
        return List.of(scope instanceof Scope.OverRow ? Names.ROW : Names.VALUE, Names.TODAY);
    }

    private static String joined(List<String> types, String and, boolean zh) {
        return types.stream()
                .map(TypeNames::words)
                .map(words -> zh ? words.zh() : words.en())
                .collect(java.util.stream.Collectors.joining(and));
    }

    private static List<String> types(String printed) {
        List<String> types = new ArrayList<>();
        for (String type : printed.split("\\)?\\.\\(|, ")) {
            types.add(type.replaceAll("^\\(|\\)$", "").strip());
        }
        return types;
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("").strip();
    }
}
