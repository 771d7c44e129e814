package io.hefu.definition;

import java.util.List;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

/** What SnakeYAML cannot read, in words that say what to change. */
final class YamlFaults {
    private record Known(String sign, Text what, Text attempt) {}

    private static final Text QUOTE =
            Text.of("给含有冒号、#、{、[、*、& 的值加双引号", "put double quotes around values with a colon, #, {, [, * or &");
    private static final Text INDENT = Text.of(
            "检查这一行和上一行的缩进：同一层的键对齐，用空格",
            "check the indentation of this line and the one above: keys of one level in one column, with spaces");

    private static final List<Known> KNOWN = List.of(
            new Known(
                    "'\\t(TAB)'",
                    Text.of("缩进里有制表符", "a tab is used for indentation"),
                    Text.of("把制表符换成空格", "replace the tab by spaces")),
            new Known(
                    "mapping values are not allowed",
                    Text.of(
                            "这里不能出现冒号：缩进不对，或值里有冒号而没有引号",
                            "a colon cannot stand here: the indentation is off, or a value with a colon has no quotes"),
                    QUOTE),
            new Known(
                    "undefined alias",
                    Text.of("别名 * 没有对应的内容", "an alias * refers to nothing"),
                    Text.of(
                            "别名不能用；以 * 开头的文本加双引号",
                            "aliases cannot be used; put double quotes around a text that starts with *")),
            new Known(
                    "found unknown escape character",
                    Text.of("双引号里的反斜杠不成转义", "a backslash in double quotes is no escape"),
                    Text.of("改用单引号，或写两个反斜杠", "use single quotes, or write two backslashes")),
            new Known(
                    "found unexpected end of stream",
                    Text.of("引号没有结束", "a quote is not closed"),
                    Text.of("补上引号", "close the quote")),
            new Known(
                    "expected ',' or",
                    Text.of("{ } 或 [ ] 没有结束，或少了逗号", "a { } or [ ] is not closed, or a comma is missing"),
                    Text.of("补上括号或逗号", "add the bracket or the comma")),
            new Known(
                    "could not find expected ':'",
                    Text.of("这一行少了冒号", "a colon is missing on this line"),
                    Text.of("写成“键: 值”，冒号后有空格", "write “key: value”, with a space after the colon")),
            new Known("<block end>", Text.of("缩进不一致", "the indentation does not fit"), INDENT),
            new Known(
                    "cannot start any token", Text.of("值不能以这个字符开头", "a value cannot start with this character"), QUOTE),
            new Known(
                    "Nesting Depth exceeded",
                    Text.of("嵌套太深", "it is nested too deeply"),
                    Text.of("减少嵌套层数", "use fewer levels")));

    private YamlFaults() {}

    static Violation of(String file, MarkedYAMLException fault) {
        Mark mark = mark(fault);
        int line = mark == null ? 0 : mark.getLine() + 1;
        return describe(new Position(file, line, ""), String.valueOf(fault.getMessage()));
    }

    /** Where a person must look: of what was never closed that is the opening, not the end of the file. */
    private static Mark mark(MarkedYAMLException fault) {
        String problem = String.valueOf(fault.getProblem());
        boolean unclosed = problem.contains("end of stream") || problem.contains("<stream end>");
        boolean opening = fault.getProblemMark() == null || unclosed && fault.getContextMark() != null;
        return opening ? fault.getContextMark() : fault.getProblemMark();
    }

    static Violation of(String file, String text, YAMLException fault) {
        if (fault instanceof ReaderException reader) {
            int line = (int) text.codePoints()
                            .limit(reader.getPosition())
                            .filter(c -> c == '\n')
                            .count()
                    + 1;
            return new Violation(
                    new Position(file, line, ""),
                    Text.of(
                            "有不可见的控制字符 U+%04X",
                            "there is an invisible control character U+%04X", reader.getCodePoint()),
                    Text.NONE,
                    Text.of("删去这个字符，重新输入这一行", "delete the character, type the line again"));
        }
        return describe(Position.of(file), String.valueOf(fault.getMessage()));
    }

    private static Violation describe(Position position, String message) {
        return KNOWN.stream()
                .filter(known -> message.contains(known.sign()))
                .findFirst()
                .map(known -> new Violation(position, known.what(), Text.NONE, known.attempt()))
                .orElseGet(() ->
                        new Violation(position, Text.of("不是合法的 YAML", "this is not valid YAML"), Text.NONE, INDENT));
    }
}
