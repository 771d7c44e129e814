package io.hefu.cli;

import io.hefu.definition.Text;
import io.hefu.matching.MatchPlan;
import io.hefu.matching.Progress;
import io.hefu.matching.table.Rows;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Says how far matching is, for someone who waits. */
final class MatchTold implements Progress {
    private static final int TIMES = 5;

    private final Terminal terminal;
    private int told;

    MatchTold(Terminal terminal) {
        this.terminal = terminal;
    }

    void proposed(MatchPlan plan) {
        terminal.tell(Text.of(
                "按列名和内容看出（不对请用 --config 写明）：编号 %s；%s",
                "recognised by names and values (say it with --config if wrong): id %s; %s",
                plan.id().map(Text::same).orElse(Text.of("行号", "row number")),
                plan.fields().stream()
                        .map(field -> field.name() + "=" + field.kind().word())
                        .collect(Collectors.joining(", "))));
    }

    void read(Rows rows, boolean qualified) {
        terminal.tell(Text.of("已读 %s 行", "%s rows read", rows.size()));
        if (qualified) {
            terminal.tell(Text.of(
                    "两个文件有相同的编号，结果里写作 1:编号 和 2:编号", "both files use the same ids; they are written 1:id and 2:id"));
        }
    }

    @Override
    public void searched(int rules, long pairs) {
        terminal.tell(Text.of("按 %s 条规则找到 %s 对候选", "%s rules bring %s candidate pairs", rules, pairs));
    }

    @Override
    public void learnt() {
        terminal.tell(Text.of("模型就绪，开始打分 …", "the model is ready, scoring …"));
    }

    @Override
    public synchronized void scored(int part, int parts) {
        if (part * TIMES / parts > told) {
            told = part * TIMES / parts;
            terminal.tell(Text.of("已打分 %s%%", "%s%% scored", 100 * told / TIMES));
        }
    }

    void written(Path folder) {
        terminal.tell(Text.of(
                "已写入 %s：pairs.csv、clusters.csv、review.csv、model.yaml、plan.match.yaml",
                "written to %s: pairs.csv, clusters.csv, review.csv, model.yaml, plan.match.yaml", folder));
    }
}
