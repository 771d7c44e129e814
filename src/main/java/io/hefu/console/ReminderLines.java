package io.hefu.console;

import io.hefu.definition.Text;
import io.hefu.delivery.DeliveryLog;
import io.hefu.delivery.Wanted;
import io.hefu.dictionary.Uid;
import io.hefu.golden.GoldenRecord;
import io.hefu.mapping.Mapping;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The last reminders: sent, kept back, or still to go, each with its reason. */
public final class ReminderLines {
    /** The entity that the hub makes reminders of. */
    public static final String REMINDER = "reminder";

    private static final Map<String, Text> FATES = Map.of(
            "written", Text.of("已发出", "sent"),
            "rejected", Text.of("被拒收", "refused"),
            "unknown", Text.of("结果不明，不会自动重发", "unknown, not sent again by itself"),
            "pending", Text.of("待发送", "to be sent"),
            "intended", Text.of("发送中", "being sent"),
            "waiting", Text.of("暂缓", "waits"),
            "failed", Text.of("发送失败", "failed"),
            "skipped", Text.of("不再需要", "not needed"));

    private final Books books;
    private final Things things;

    public ReminderLines(Books books) {
        this.books = books;
        this.things = new Things(books);
    }

    private record Fate(String state, Text reason, Instant at) {}

    /** The newest first. */
    public List<ReminderLine> latest(int limit) {
        Map<Uid, Fate> fates = new LinkedHashMap<>();
        Stream.concat(open(limit), books.mappings().writersOf(REMINDER).stream().flatMap(to -> sent(to, limit)))
                .forEach(each -> fates.putIfAbsent(each.getKey(), each.getValue()));
        List<ReminderLine> lines = new ArrayList<>();
        books.goldens().find(fates.keySet()).forEach((uid, golden) -> lines.add(line(golden, fates.get(uid))));
        lines.sort(Comparator.comparing(ReminderLine::at).reversed());
        return lines.subList(0, Math.min(limit, lines.size()));
    }

    private Stream<Map.Entry<Uid, Fate>> sent(Mapping target, int limit) {
        return books.deliveries().of(target.system(), REMINDER, limit).stream().map(this::sent);
    }

    private Map.Entry<Uid, Fate> sent(DeliveryLog.Entry entry) {
        return Map.entry(entry.uid(), new Fate(entry.outcome(), entry.reason(), entry.at()));
    }

    /** What is wanted still has the last word over what was logged of an earlier attempt. */
    private Stream<Map.Entry<Uid, Fate>> open(int limit) {
        Instant now = books.clock().instant();
        Stream<Wanted> due = books.mappings().writersOf(REMINDER).stream()
                .flatMap(to -> books.wanted().due(to.system(), REMINDER, now, limit).stream());
        return Stream.concat(books.wanted().troubled(limit).stream(), due)
                .filter(wanted -> wanted.entity().equals(REMINDER))
                .map(wanted ->
                        Map.entry(wanted.uid(), new Fate(wanted.state().written(), wanted.reason(), wanted.created())));
    }

    private ReminderLine line(GoldenRecord golden, Fate fate) {
        return new ReminderLine(
                golden.uid(),
                Things.name(golden),
                golden.entity()
                        .find("step")
                        .map(field -> things.value(field, golden.merged().find(field)))
                        .orElse(Text.NONE),
                golden.merged().find("recipient", String.class).orElse(""),
                fate.state(),
                FATES.getOrDefault(fate.state(), Text.same(fate.state())),
                fate.reason(),
                fate.at());
    }
}
