package io.hefu.cli;

import io.hefu.definition.Text;
import io.hefu.journey.RecordMerges;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Makes two again of what a merge made one; by a named person, with the reason. */
@Command(name = "split")
final class SplitCommand implements Callable<Integer> {
    private final Desk desk;

    @Mixin
    private AtHome home;

    @Mixin
    private Decider decider;

    @Parameters(index = "0", paramLabel = "MERGE", descriptionKey = "merge")
    private String merge;

    SplitCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        long number = Asked.number(merge)
                .orElseThrow(() -> new Complaint(Text.of(
                        "“%s”不是合并编号；hefu explain UID 会列出合并及其编号",
                        "“%s” is no number of a merge; hefu explain UID lists merges with their numbers", merge)));
        try (Hub hub = desk.open(home.folder()).requireSound()) {
            RecordMerges.Outcome outcome = Engine.deciding(hub).merges().split(number, decider.by(), decider.why());
            new MergeWords(hub, desk.terminal()).tellSplit(MergeWords.done(outcome));
        }
        return Hefu.FINE;
    }
}
