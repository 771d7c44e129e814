package io.hefu.cli;

import io.hefu.definition.Spelling;
import io.hefu.definition.Text;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What to say when a command was mistyped. */
final class Mistakes implements CommandLine.IParameterExceptionHandler {
    private final Terminal terminal;

    Mistakes(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int handleParseException(ParameterException mistake, String[] arguments) {
        CommandLine line = mistake.getCommandLine();
        terminal.tellFault(told(mistake, line));
        terminal.tell(Text.of(
                "用法见 %s --help",
                "%s --help tells how it is used", line.getCommandSpec().qualifiedName()));
        return Hefu.FAULT;
    }

    private static Text told(ParameterException mistake, CommandLine line) {
        if (mistake instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched, line);
        } else if (mistake instanceof MissingParameterException missing) {
            String names = missing.getMissing().stream()
                    .map(argument ->
                            argument.isOption() ? ((OptionSpec) argument).longestName() : argument.paramLabel())
                    .collect(Collectors.joining(", "));
            return Text.of("缺少 %s", "%s is missing", names);
        }
        return mistake.getArgSpec() != null && mistake.getValue() != null
                ? wrongValue(mistake.getArgSpec(), mistake.getValue())
                : Text.of("参数有误：%s", "the arguments are wrong: %s", mistake.getMessage());
    }

    private static Text wrongValue(ArgSpec argument, String value) {
        String name = argument.isOption() ? ((OptionSpec) argument).longestName() : argument.paramLabel();
        Class<?> type = argument.type();
        Text allowed = type.isEnum()
                ? Text.same(
                        Stream.of(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", ")))
                : type == int.class || type == Integer.class || type == long.class
                        ? Text.of("整数", "a whole number")
                        : Text.same(argument.paramLabel());
        return Text.of("%s 不能是“%s”；允许：%s", "%s cannot be “%s”; allowed: %s", name, value, allowed);
    }

    private static Text unmatched(UnmatchedArgumentException unmatched, CommandLine line) {
        String written = unmatched.getUnmatched().get(0);
        boolean option = written.startsWith("-");
        List<String> known = option
                ? line.getCommandSpec().options().stream()
                        .flatMap(each -> Stream.of(each.names()))
                        .toList()
                : List.copyOf(line.getSubcommands().keySet());
        Text what = option
                ? Text.of("没有选项 %s", "there is no option %s", written)
                : known.isEmpty()
                        ? Text.of("多余的参数 %s", "the argument %s is one too many", written)
                        : Text.of("没有命令 %s", "there is no command %s", written);
        return Spelling.nearest(written, known)
                .map(near -> Text.of("%s；是否想写 %s？", "%s; did you mean %s?", what, near))
                .orElse(what);
    }
}
