package io.hefu.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Unmatched;

/** Measures how fast the hub is on this machine. */
@Command(name = "bench")
final class BenchCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(arity = "0..*", paramLabel = "ARGUMENT", descriptionKey = "arguments", hidden = true)
    private List<String> words = List.of();

    @Unmatched
    private List<String> options = List.of();

    BenchCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws Exception {
        String[] all = java.util.stream.Stream.concat(words.stream(), options.stream()).toArray(String[]::new);
        return new Leaf(desk.terminal()).run("io.hefu.bench.Bench", all);
    }
}
