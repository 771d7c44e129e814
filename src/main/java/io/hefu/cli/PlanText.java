package io.hefu.cli;

import io.hefu.console.Things;
import io.hefu.definition.Text;
import io.hefu.journey.Plan;
import java.util.stream.Collectors;

/** Prints a plan: a line a row that would be written, its cells below, then the money in sum. */
final class PlanText {
    private PlanText() {}

    static void print(Terminal terminal, Plan plan, Table.Format format) {
        if (plan.isEmpty() && format == Table.Format.table) {
            terminal.say(Text.of("没有差异，无需写入。", "No differences: nothing would be written."));
            return;
        }
        lines(plan).print(terminal, format);
        if (format == Table.Format.table) {
            terminal.out().println();
            if (!plan.totals().isEmpty()) {
                totals(plan).print(terminal, format);
            }
            terminal.say(Text.of("计划 %s，定义版本 %s", "plan %s, definitions %s", plan.id(), plan.version()));
        }
    }

    private static Table lines(Plan plan) {
        Table table = new Table()
                .left("operation", Text.same(" "))
                .left("target", Text.of("目标", "target"))
                .left("record", Text.of("记录", "record"))
                .left("key", Text.of("键", "key"))
                .left("writing", Text.of("写入开关", "writing"))
                .left("reversible", Text.of("能否撤销", "can it be undone"))
                .below("cells", Text.of("内容", "cells"));
        for (Plan.Line line : plan.lines()) {
            table.row(
                    line.operation(),
                    line.target() + "/" + line.entity(),
                    line.identity(),
                    line.key().orElse(""),
                    line.enabled() ? Text.of("开", "on") : Text.of("关", "off"),
                    line.reversible(),
                    line.cells().stream().map(PlanText::cell).collect(Collectors.joining(", ")));
        }
        return table;
    }

    private static String cell(Plan.Cell cell) {
        return cell.column() + ": "
                + cell.before().map(before -> before + " → ").orElse("") + cell.after();
    }

    private static Table totals(Plan plan) {
        Table table = new Table()
                .left("operation", Text.same(" "))
                .left("target", Text.of("目标", "target"))
                .right("rows", Text.of("行数", "rows"))
                .right("sum", Text.of("金额合计", "sum"))
                .left("currency", Text.of("币种", "currency"));
        for (Plan.Total total : plan.totals()) {
            table.row(
                    total.operation(),
                    total.target() + "/" + total.entity(),
                    total.rows(),
                    Things.amount(total.sum()),
                    total.currency());
        }
        return table;
    }
}
