package io.hefu.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Says which Hefu this is. */
@Command(name = "version")
final class VersionCommand implements Callable<Integer> {
    private final Desk desk;

    VersionCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        desk.terminal().out().println("Hefu " + version() + " · Java " + Runtime.version());
        return Hefu.FINE;
    }

    /** As the build wrote it. */
    static String version() {
        try (InputStream in = VersionCommand.class.getResourceAsStream("version.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
