package io.hefu.cli;

import io.hefu.console.Things;
import io.hefu.crosswalk.Merges;
import io.hefu.definition.Text;
import io.hefu.golden.GoldenRecord;
import io.hefu.journey.RecordMerges.Outcome;

/** What is said of a merge that was done, and of one that was refused. */
final class MergeWords {
    private final Hub hub;
    private final Terminal terminal;

    MergeWords(Hub hub, Terminal terminal) {
        this.hub = hub;
        this.terminal = terminal;
    }

    /** @throws Complaint with the reason when it was refused */
    static Outcome.Done done(Outcome outcome) {
        if (outcome instanceof Outcome.Refused refused) {
            throw new Complaint(refused.why());
        }
        return (Outcome.Done) outcome;
    }

    void tell(Outcome.Done done) {
        terminal.say(Text.of(
                "已合并（第 %s 号）：%s 并入 %s。%s",
                "Merged (merge %s): %s is part of %s now.%s",
                done.merge(),
                absorbed(done),
                survivor(done),
                follows(done)));
        terminal.say(
                Text.of("撤销：hefu split %s --by … --why …", "To undo it: hefu split %s --by … --why …", done.merge()));
    }

    void tellSplit(Outcome.Done done) {
        terminal.say(Text.of(
                "已撤销第 %s 号合并：%s 和 %s 又是两条记录，以后不再提示为疑似重复。%s",
                "Merge %s is undone: %s and %s are two records again, and are not asked of again.%s",
                done.merge(),
                survivor(done),
                absorbed(done),
                follows(done)));
    }

    private String survivor(Outcome.Done done) {
        return hub.books()
                .goldens()
                .find(done.survivor())
                .map(Things::name)
                .orElse(done.survivor().toString());
    }

    private String absorbed(Outcome.Done done) {
        GoldenRecord survivor = hub.books().goldens().find(done.survivor()).orElseThrow();
        Merges.Kept kept = hub.books().merges().before(done.merge()).absorbed();
        return Things.name(
                hub.books().goldens().restored(done.absorbed(), survivor.entity(), kept.version(), kept.document()));
    }

    private static Text follows(Outcome.Done done) {
        Text references = done.references() == 0
                ? Text.NONE
                : Text.of("%s 条记录改为引用它。", " %s records refer to another one now.", done.references());
        Text wishes = done.wishes() == 0
                ? Text.NONE
                : Text.of(
                        "目标系统有 %s 处要更正，已排队；未开启写入的，见 hefu plan。",
                        " %s corrections are wanted by targets; hefu plan shows those where writing is off.",
                        done.wishes());
        return Text.of("%s%s", "%s%s", references, wishes);
    }
}
