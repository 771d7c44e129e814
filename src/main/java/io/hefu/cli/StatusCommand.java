package io.hefu.cli;

import io.hefu.console.Ages;
import io.hefu.console.FlowLine;
import io.hefu.console.FlowLines;
import io.hefu.console.Things;
import io.hefu.console.UndecidedFields;
import io.hefu.console.Warnings;
import io.hefu.definition.Text;
import io.hefu.delivery.WantedCount;
import io.hefu.delivery.WantedState;
import io.hefu.ledger.Equation;
import io.hefu.ledger.Flow;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tells how the flows fare and what became of everything that was read. */
@Command(name = "status")
final class StatusCommand implements Callable<Integer> {
    private final Desk desk;

    @Mixin
    private AtHome home;

    @Mixin
    private Printed printed;

    StatusCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        Terminal terminal = desk.terminal();
        try (Hub hub = desk.open(home.folder())) {
            List<FlowLine> flows = new FlowLines(hub.books(), Optional.empty()).all();
            table(flows).print(terminal, printed.format());
            if (printed.forPeople()) {
                Equation total = FlowLines.total(flows);
                terminal.out().println();
                terminal.say(sum(total));
                terminal.say(now(flows));
                terminal.say(counts(hub));
                terminal.say(wanted(hub.books().wanted().counts()));
                new Warnings(hub.books()).observed().ifPresent(terminal::say);
                new UndecidedFields(hub.books()).told().ifPresent(terminal::say);
            }
        }
        return Hefu.FINE;
    }

    private static Table table(List<FlowLine> flows) {
        Table table = new Table()
                .left("flow", Text.of("数据流", "flow"))
                .left("title", Text.of("名称", "title"))
                .left("state", Text.of("状态", "state"))
                .right("lag", Text.of("延迟", "lag"))
                .right("sweep", Text.of("核对距今", "sweep age"))
                .right("read", Text.of("读取", "read"))
                .right("applied", Text.of("已应用", "applied"))
                .right("unchanged", Text.of("未变化", "unchanged"))
                .right("waiting", Text.of("等待", "waiting"))
                .right("quarantined", Text.of("隔离", "quarantined"))
                .right("dropped", Text.of("丢弃", "dropped"))
                .below("reason", Text.of("原因", "why"));
        for (FlowLine line : flows) {
            Equation total = line.total();
            table.row(
                    line.flow(),
                    line.title(),
                    line.state().title(),
                    age(line.lag()),
                    age(line.sweepAge()),
                    total.read(),
                    total.applied(),
                    total.unchanged(),
                    total.waiting(),
                    total.quarantined(),
                    total.dropped(),
                    line.reason());
        }
        return table;
    }

    private static Text age(Optional<Duration> age) {
        return age.map(Ages::of).orElse(Text.of("—", "-"));
    }

    private static Text sum(Equation total) {
        return Text.of(
                "读取 %,d = 已应用 %,d + 未变化 %,d + 等待 %,d + 隔离 %,d + 丢弃 %,d（已应用中有 %,d 条扣留了字段）",
                "read %,d = applied %,d + unchanged %,d + waiting %,d + quarantined %,d + dropped %,d (%,d of the applied with a field held)",
                total.read(),
                total.applied(),
                total.unchanged(),
                total.waiting(),
                total.quarantined(),
                total.dropped(),
                total.held());
    }

    /** A record that is read again counts again above; here each counts once. */
    private static Text now(List<FlowLine> flows) {
        return Text.of(
                "此刻等待 %,d 条，隔离 %,d 条（hefu held 逐条列出）",
                "waiting now: %,d, quarantined: %,d (hefu held lists each)",
                flows.stream().mapToLong(FlowLine::waiting).sum(),
                flows.stream().mapToLong(FlowLine::quarantined).sum());
    }

    private static Text counts(Hub hub) {
        Things things = new Things(hub.books());
        return hub.books().goldens().counts().entrySet().stream()
                .map(count -> Text.of("%s %,d", "%s %,d", things.title(count.getKey()), count.getValue()))
                .reduce((one, other) -> Text.of("%s，%s", "%s, %s", one, other))
                .map(all -> Text.of("现有记录：%s", "records: %s", all))
                .orElse(Text.of("现有记录：无", "records: none"));
    }

    private static Text wanted(List<WantedCount> counts) {
        Map<Flow, Map<WantedState, Long>> amounts = new TreeMap<>(Comparator.comparing(Flow::toString));
        counts.forEach(count -> amounts.computeIfAbsent(
                        new Flow(count.target(), count.entity()), flow -> new EnumMap<>(WantedState.class))
                .merge(count.state(), count.amount(), Long::sum));
        return amounts.entrySet().stream()
                .flatMap(of -> of.getValue().entrySet().stream()
                        .map(each -> Text.of(
                                "%s %s %,d",
                                "%s %s %,d", of.getKey(), each.getKey().title(), each.getValue())))
                .reduce((one, other) -> Text.of("%s，%s", "%s, %s", one, other))
                .map(all -> Text.of("待告知目标系统：%s", "wanted by targets: %s", all))
                .orElse(Text.of("待告知目标系统：无", "wanted by targets: nothing"));
    }
}
