package io.hefu.cli;

import io.hefu.console.Explainer;
import io.hefu.definition.Text;
import io.hefu.dictionary.Uid;
import io.hefu.journey.RecordMerges;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Makes one of two things that are the same; by a named person, with the reason. */
@Command(name = "merge")
final class MergeCommand implements Callable<Integer> {
    private final Desk desk;

    @Mixin
    private AtHome home;

    @Mixin
    private Decider decider;

    @Parameters(index = "0", paramLabel = "KEEP", descriptionKey = "keep")
    private String keep;

    @Parameters(index = "1", paramLabel = "OTHER", descriptionKey = "other")
    private String other;

    MergeCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (Hub hub = desk.open(home.folder()).requireSound()) {
            RecordMerges.Outcome outcome =
                    Engine.deciding(hub).merges().merge(one(hub, keep), one(hub, other), decider.by(), decider.why());
            new MergeWords(hub, desk.terminal()).tell(MergeWords.done(outcome));
        }
        return Hefu.FINE;
    }

    /** A number may be borne by several things; then only the UID will do. */
    private static Uid one(Hub hub, String typed) {
        List<Uid> found = new Explainer(hub.books()).find(typed);
        if (found.isEmpty()) {
            throw new Complaint(Text.of(
                    "没有找到 %s；允许：UID、业务编号或 系统/实体/键",
                    "nothing is found for %s; allowed: a UID, a business number, or SYSTEM/ENTITY/KEY", typed));
        } else if (found.size() > 1) {
            throw new Complaint(Text.of(
                    "%s 指 %s 条记录；请写 UID：%s",
                    "%s names %s records; write a UID: %s",
                    typed,
                    found.size(),
                    String.join(", ", found.stream().map(Uid::toString).toList())));
        }
        return found.get(0);
    }
}
