package io.hefu.cli;

import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The command line's own table of commands and options, for tests that compare the documentation with it. */
public final class CommandTable {
    private CommandTable() {}

    /** Every command by its name, and every part of one as {@code review accept}. */
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
        Map<String, CommandSpec> commands = new TreeMap<>();
        line.getSubcommands().forEach((name, command) -> {
            commands.put(name, command.getCommandSpec());
            command.getSubcommands().forEach((part, of) -> commands.put(name + " " + part, of.getCommandSpec()));
        });
        return commands;
    }
}
