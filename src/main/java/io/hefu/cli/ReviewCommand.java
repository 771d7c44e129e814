package io.hefu.cli;

import io.hefu.console.Pairs;
import io.hefu.definition.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the pairs that may be one thing, each with its evidence and with what is proposed. */
@Command(
        name = "review",
        subcommands = {
            ReviewAcceptCommand.class,
            ReviewRejectCommand.class,
            ReviewDifferentCommand.class,
            ReviewAssignCommand.class,
            ReviewImportCommand.class
        })
final class ReviewCommand implements Callable<Integer> {
    /** Of a workbook nobody says how long it may be. */
    private static final int ALL = 100_000;

    private final Desk desk;

    @Mixin
    private AtHome home;

    @Mixin
    private Printed printed;

    @Option(names = "--entity", descriptionKey = "entity", paramLabel = "ENTITY")
    private String entity;

    @Option(names = "--limit", descriptionKey = "limit", paramLabel = "N", defaultValue = "200")
    private int limit;

    @Option(names = "--out", descriptionKey = "workbook", paramLabel = "FILE.xlsx")
    private Path out;

    ReviewCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (Hub hub = desk.open(home.folder())) {
            List<Pairs.Line> pairs =
                    new Pairs(hub.books()).open(Optional.ofNullable(entity), out == null ? Asked.limit(limit) : ALL);
            if (out != null) {
                write(pairs);
            } else if (pairs.isEmpty() && printed.forPeople()) {
                desk.terminal().say(Text.of("没有疑似重复要判断。", "No pair is to be judged."));
            } else {
                table(pairs).print(desk.terminal(), printed.format());
            }
        }
        return Hefu.FINE;
    }

    private void write(List<Pairs.Line> pairs) {
        try {
            ReviewWorkbook.write(out, pairs, desk.terminal());
        } catch (IOException fault) {
            throw new Complaint(Text.of(
                    "无法写入 %s：%s；可尝试：关闭已打开的工作簿，或换一个文件夹",
                    "%s cannot be written: %s; try: close the workbook where it is open, or take another folder",
                    out,
                    fault.getMessage()));
        }
        desk.terminal()
                .say(Text.of(
                        "已写出 %s 对到 %s。填好“决定”一列后：hefu review import %2$s --by …",
                        "%s pairs are in %s. Fill in the column “decision”, then: hefu review import %2$s --by …",
                        pairs.size(),
                        out));
    }

    private static Table table(List<Pairs.Line> pairs) {
        Table table = new Table()
                .right("id", Text.of("编号", "id"))
                .left("entity", Text.of("实体", "entity"))
                .left("keep", Text.of("建议保留", "proposed to stay"))
                .left("other", Text.of("并入", "would join it"))
                .below("keepKeys", Text.of("保留者的键", "its keys"))
                .below("otherKeys", Text.of("并入者的键", "the other's keys"))
                .below("evidence", Text.of("依据", "evidence"))
                .below("cleanUp", Text.of("清理", "clean-up"))
                .below("assignee", Text.of("交给", "assigned to"))
                .hidden("keepUid")
                .hidden("otherUid");
        for (Pairs.Line pair : pairs) {
            table.row(
                    pair.id(),
                    pair.entity(),
                    pair.keep().name(),
                    pair.other().name(),
                    pair.keep().keys(),
                    pair.other().keys(),
                    pair.evidence(),
                    cleanUp(pair),
                    pair.assignee().orElse(""),
                    pair.keep().uid(),
                    pair.other().uid());
        }
        return table;
    }

    /** Where one system has both, somebody must tidy up there: a target's record is never deleted for being double. */
    static Text cleanUp(Pairs.Line pair) {
        return pair.oneSystem()
                .map(system -> Text.of(
                        "%s 里有两条，合并后请在那里停用 %s",
                        "%s has two of it; after the merge retire %s there",
                        system,
                        pair.other().keys()))
                .orElse(Text.NONE);
    }
}
