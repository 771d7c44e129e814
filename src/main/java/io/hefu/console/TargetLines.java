package io.hefu.console;

import io.hefu.definition.Text;
import io.hefu.delivery.WantedCount;
import io.hefu.delivery.WantedState;
import io.hefu.ledger.Flow;
import io.hefu.mapping.Mapping;
import io.hefu.systems.WritingSwitch;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every target and entity that may be written, with its switch and what is still wanted there. */
public final class TargetLines {
    private final Books books;
    private final Things things;

    public TargetLines(Books books) {
        this.books = books;
        this.things = new Things(books);
    }

    public List<TargetLine> all() {
        Map<Flow, Map<WantedState, Long>> amounts = new LinkedHashMap<>();
        for (Mapping mapping : books.mappings().all()) {
            if (mapping.write().isPresent()) {
                amounts.put(new Flow(mapping.system(), mapping.entity().name()), new EnumMap<>(WantedState.class));
            }
        }
        for (WantedCount count : books.wanted().counts()) {
            amounts.computeIfAbsent(new Flow(count.target(), count.entity()), flow -> new EnumMap<>(WantedState.class))
                    .merge(count.state(), count.amount(), Long::sum);
        }
        return amounts.entrySet().stream()
                .map(each -> line(each.getKey(), each.getValue()))
                .toList();
    }

    private TargetLine line(Flow flow, Map<WantedState, Long> amounts) {
        Text title = Text.of("%s · %s", "%s · %s", things.system(flow.system()), things.title(flow.entity()));
        WritingSwitch writing = books.systems()
                .find(flow.system())
                .map(system -> system.writing(flow.entity()))
                .orElse(WritingSwitch.OFF);
        return new TargetLine(flow.system(), flow.entity(), title, writing, amounts);
    }
}
