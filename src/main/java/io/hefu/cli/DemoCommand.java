package io.hefu.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Starts the bundled company with its four systems and the hub beside them. */
@Command(name = "demo")
final class DemoCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(arity = "0..*", paramLabel = "ARGUMENT", descriptionKey = "arguments", hidden = true)
    private List<String> words = List.of();

    DemoCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws Exception {
        List<String> all =
                new ArrayList<>(List.of("--language=" + desk.terminal().locale().getLanguage()));
        all.addAll(words);
        return new Leaf(desk.terminal()).run("io.hefu.demo.Demo", all.toArray(String[]::new));
    }
}
