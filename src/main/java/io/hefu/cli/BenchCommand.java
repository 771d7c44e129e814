package io.hefu.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Measures how fast the hub is on this machine. */
@Command(name = "bench")
final class BenchCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(arity = "0..*", paramLabel = "ARGUMENT", descriptionKey = "arguments", hidden = true)
    private List<String> words = List.of();

    BenchCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws Exception {
        return new Leaf(desk.terminal()).run("io.hefu.bench.Bench", words.toArray(String[]::new));
    }
}
