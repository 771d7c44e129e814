package io.hefu.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Reads once everything that a system has of an entity, and finds what a timestamp missed, and deletions. */
@Command(name = "sweep")
final class SweepCommand implements Callable<Integer> {
    private final Desk desk;

    @Mixin
    private AtHome home;

    @Parameters(index = "0", paramLabel = "SYSTEM/ENTITY", descriptionKey = "flow")
    private String flow;

    SweepCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        return OneReading.run(desk, home, Asked.flow(flow), true);
    }
}
