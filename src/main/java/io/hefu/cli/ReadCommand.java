package io.hefu.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Reads once what changed in an entity of a system. */
@Command(name = "read")
final class ReadCommand implements Callable<Integer> {
    private final Desk desk;

    @Mixin
    private AtHome home;

    @Parameters(index = "0", paramLabel = "SYSTEM/ENTITY", descriptionKey = "flow")
    private String flow;

    ReadCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        return OneReading.run(desk, home, Asked.flow(flow), false);
    }
}
