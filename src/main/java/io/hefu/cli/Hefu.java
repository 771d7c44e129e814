package io.hefu.cli;

import io.hefu.definition.Text;
import io.hefu.definition.Violations;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.slf4j.bridge.SLF4JBridgeHandler;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The command line of Hefu. */
public final class Hefu {
    /** Everything went well and there was nothing to say. */
    static final int FINE = 0;

    /** A fault: nothing, or not everything, was done. */
    static final int FAULT = 1;

    /** Everything went well, and there are differences. */
    static final int DIFFERENCES = 2;

    private static final String WORDS = "io.hefu.cli.words";

    private Hefu() {}

    public static void main(String[] arguments) {
        // libraries that log by the JDK's own means speak through the same channel as the others
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        int code = run(Terminal.ofProcess(), Clock.systemUTC(), arguments);
        if (code != FINE) {
            System.exit(code);
        }
    }

    /** @return the exit code */
    static int run(Terminal terminal, Clock clock, String... arguments) {
        Terminal spoken;
        try {
            spoken = asked(terminal, List.of(arguments));
        } catch (Complaint complaint) {
            terminal.tellFault(complaint.what());
            return FAULT;
        }
        CommandLine line = new CommandLine(new Commands(), new Factory(spoken, clock));
        line.setResourceBundle(ResourceBundle.getBundle(
                WORDS,
                spoken.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
        line.setOut(spoken.writer(spoken.out()));
        line.setErr(spoken.writer(spoken.err()));
        line.setColorScheme(CommandLine.Help.defaultColorScheme(spoken.coloured() ? Ansi.ON : Ansi.OFF));
        line.setUsageHelpLongOptionsMaxWidth(30);
        line.setAdjustLineBreaksForWideCJKCharacters(true);
        line.setParameterExceptionHandler(new Mistakes(spoken));
        line.setExecutionExceptionHandler(new Troubles(spoken));
        // what follows these two is theirs to understand
        for (String leaf : List.of("demo", "bench")) {
            line.getSubcommands().get(leaf).setUnmatchedOptionsArePositionalParams(true);
        }
        return line.execute(arguments);
    }

    /** {@code --language} counts for the very help and mistakes of this call, so it is looked at before anything else. */
    private static Terminal asked(Terminal terminal, List<String> arguments) {
        Optional<String> language = option(arguments, "--language").filter(value -> !value.isEmpty());
        if (language.isPresent()) {
            return terminal.in(Language.named(language.get())
                    .orElseThrow(() -> new Complaint(
                            Text.of("没有语言 %s；允许：zh, en", "there is no language %s; allowed: zh, en", language.get()))));
        }
        boolean named =
                !terminal.environment().getOrDefault("HEFU_LANGUAGE", "").isBlank();
        return named
                ? terminal
                : ofInstallation(terminal, arguments).map(terminal::in).orElse(terminal);
    }

    /** As {@code config/application.yaml} says, where it says one; its faults are told by the command itself. */
    private static Optional<Locale> ofInstallation(Terminal terminal, List<String> arguments) {
        try {
            Home home = Home.of(option(arguments, "--home").map(Path::of), terminal.environment());
            return SettingsFile.read(home, name -> Optional.empty(), new Violations())
                    .language();
        } catch (Complaint | InvalidPathException nowhere) {
            return Optional.empty();
        }
    }

    private static Optional<String> option(List<String> arguments, String name) {
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i).startsWith(name + "=")) {
                return Optional.of(arguments.get(i).substring(name.length() + 1));
            } else if (arguments.get(i).equals(name) && i + 1 < arguments.size()) {
                return Optional.of(arguments.get(i + 1));
            }
        }
        return Optional.empty();
    }

    /** Gives commands the terminal and the clock. */
    private record Factory(Terminal terminal, Clock clock) implements CommandLine.IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            try {
                return type.getDeclaredConstructor(Desk.class).newInstance(new Desk(terminal, clock));
            } catch (NoSuchMethodException plain) {
                return CommandLine.defaultFactory().create(type);
            }
        }
    }

    /** Said where a command is not part of this jar. */
    static Text absent(String what) {
        return Text.of(
                "这个程序里没有 %s；请用仓库中的 ./hefu 启动", "%s is not in this program; start it by ./hefu of the checkout", what);
    }
}
