package io.hefu.cli;

import io.hefu.definition.Spelling;
import io.hefu.definition.Text;
import io.hefu.ledger.Equation;
import io.hefu.ledger.Flow;
import io.hefu.ledger.Pauses;
import io.hefu.mapping.Mappings;
import java.util.List;
import java.util.Optional;

/** One reading of one flow, told as an equation. */
final class OneReading {
    private OneReading() {}

    static int run(Desk desk, AtHome home, Flow flow, boolean sweep) {
        Terminal terminal = desk.terminal();
        try (Hub hub = desk.open(home.folder()).requireSound()) {
            requireKnown(hub, flow);
            terminal.tell(Text.of("正在读取 %s …", "reading %s …", flow));
            try (LiveHub live = LiveHub.quiet(hub)) {
                Equation became = sweep
                        ? live.engine().intake().sweep(flow.system(), flow.entity())
                        : live.engine().intake().read(flow.system(), flow.entity());
                Optional<Pauses.Pause> pause = hub.books().ledger().pauses().find(flow);
                if (pause.isPresent()) {
                    throw new Complaint(Text.of(
                            "%s 已暂停：%s；可尝试：%s",
                            "%s is paused: %s; try: %s",
                            flow,
                            pause.get().reason(),
                            pause.get().attempt()));
                }
                terminal.say(told(became));
            }
        }
        return Hefu.FINE;
    }

    private static void requireKnown(Hub hub, Flow flow) {
        List<String> known = hub.books().snapshot().get().part(Mappings.class).all().stream()
                .filter(mapping -> mapping.read().isPresent())
                .map(mapping -> mapping.system() + "/" + mapping.entity().name())
                .toList();
        if (!known.contains(flow.toString())) {
            throw new Complaint(Text.of(
                    "没有可读的 %s；允许：%s；可尝试：%s",
                    "nothing reads %s; allowed: %s; try: %s",
                    flow,
                    Spelling.listed(known),
                    Spelling.didYouMean(flow.toString(), known, Text.of("从中选一个", "choose one of them"))));
        }
    }

    static Text told(Equation became) {
        return Text.of(
                "读取 %,d = 已应用 %,d + 未变化 %,d + 等待 %,d + 隔离 %,d + 丢弃 %,d；扣留 %,d，派生 %,d，删除 %,d",
                "read %,d = applied %,d + unchanged %,d + waiting %,d + quarantined %,d + dropped %,d; held %,d, derived %,d, deleted %,d",
                became.read(),
                became.applied(),
                became.unchanged(),
                became.waiting(),
                became.quarantined(),
                became.dropped(),
                became.held(),
                became.derived(),
                became.deleted());
    }
}
