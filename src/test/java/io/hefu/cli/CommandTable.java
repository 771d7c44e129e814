package io.hefu.cli;

import java.time.Clock;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The command line's own table of commands and options, for tests that compare the documentation with it. */
public final class CommandTable {
    private CommandTable() {}

    /** Every command by its name. */
    public static Map<String, CommandSpec> commands() {
        CommandLine line = new CommandLine(new Commands(), new CommandLine.IFactory() {
            @Override
            public <K> K create(Class<K> type) throws Exception {
                try {
                    Desk desk = new Desk(Terminal.ofProcess(), Clock.systemUTC());
                    return type.getDeclaredConstructor(Desk.class).newInstance(desk);
                } catch (NoSuchMethodException plain) {
                    return CommandLine.defaultFactory().create(type);
                }
            }
        });
        return line.getSubcommands().entrySet().stream()
                .collect(java.util.stream.Collectors.toMap(
                        Map.Entry::getKey, command -> command.getValue().getCommandSpec()));
    }
}
