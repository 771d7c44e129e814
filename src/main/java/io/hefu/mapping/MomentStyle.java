package io.hefu.mapping;

import io.hefu.definition.Text;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAccessor;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a system writes dates and times.
 *
 * @param patterns tried all; a text that fits two with different results is ambiguous
 * @param epoch that numbers count from 1970 in this unit
 * @param objects that moments are JSON objects as Tryton writes them
 * @param zone of clock times that carry none
 * @param written whether moments go out as text of the first pattern, since patterns were declared
 */
record MomentStyle(List<MomentPattern> patterns, Optional<Epoch> epoch, boolean objects, ZoneId zone, boolean written) {
    static final String EPOCH_SECONDS = "epoch-seconds";
    static final String EPOCH_MILLIS = "epoch-millis";
    static final String TRYTON = "tryton";
    private static final long LAST_SECOND = 253_402_300_799L;

    /** What a number counts. */
    enum Epoch {
        SECONDS(1_000),
        MILLIS(1);

        private final long millis;

        Epoch(long millis) {
            this.millis = millis;
        }
    }

    /** @return a LocalDate, LocalDateTime, OffsetDateTime or Instant, or a {@link Refusal} */
    Object read(String text) {
        if (epoch.isPresent()) {
            return text.matches("-?[0-9]{1,15}") ? counted(Long.parseLong(text)) : refused(text);
        }
        if (patterns.size() == 1) {
            Optional<TemporalAccessor> moment = patterns.get(0).parse(text);
            return moment.isPresent() ? moment.get() : refused(text);
        }
        Set<TemporalAccessor> readings = new LinkedHashSet<>();
        patterns.forEach(pattern -> pattern.parse(text).ifPresent(readings::add));
        return readings.size() == 1
                ? readings.iterator().next()
                : readings.isEmpty() ? refused(text) : ambiguous(text, readings);
    }

    /** @return an Instant or a {@link Refusal} */
    Object counted(long number) {
        long unit = epoch.orElse(Epoch.SECONDS).millis;
        return Math.abs(number) > LAST_SECOND * (1_000 / unit)
                ? refused(Long.toString(number))
                : Instant.ofEpochMilli(number * unit);
    }

    /** A date or time as Tryton's JSON has it; times are UTC. */
    Object object(Map<?, ?> parts) {
        if (!parts.containsKey("year") || !parts.containsKey("month") || !parts.containsKey("day")) {
            return Refusal.retyped(parts, Text.of("日期", "a date"));
        }
        Optional<TemporalAccessor> date =
                MomentPattern.dated(part(parts, "year"), part(parts, "month"), part(parts, "day"));
        if (!parts.containsKey("hour")) {
            return date.isPresent() ? date.get() : refused(Shown.of(parts.values()));
        }
        Optional<TemporalAccessor> time = MomentPattern.timed(
                date,
                part(parts, "hour"),
                part(parts, "minute"),
                part(parts, "second"),
                part(parts, "microsecond") * 1_000);
        return time.isPresent()
                ? ((LocalDateTime) time.get()).toInstant(ZoneOffset.UTC)
                : refused(Shown.of(parts.values()));
    }

    private static int part(Map<?, ?> parts, String name) {
        Object part = parts.get(name);
        return part instanceof Long number && number >= 0 && number < 1_000_000
                ? number.intValue()
                : part == null ? 0 : 99;
    }

    /** @return an Instant or a {@link Refusal}: some clock times do not exist in a zone, some exist twice */
    Object inZone(LocalDateTime clock) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(clock);
        if (offsets.size() == 1) {
            return clock.toInstant(offsets.get(0));
        }
        return offsets.isEmpty()
                ? refused(clock.toString())
                : ambiguous(
                        clock.toString(), offsets.stream().map(clock::atOffset).collect(Collectors.toSet()));
    }

    /** The cell that says this moment: a number, a text of the first pattern, or the moment itself. */
    Object write(TemporalAccessor moment) {
        if (epoch.isPresent()) {
            return Instant.from(moment).toEpochMilli() / epoch.get().millis;
        }
        return written ? patterns.get(0).format(placed(moment)) : moment;
    }

    /** Whether a date is written as a moment, since its format says a time of day. */
    boolean writesTime() {
        return epoch.isPresent() || written && patterns.get(0).hasTime();
    }

    private TemporalAccessor placed(TemporalAccessor moment) {
        return moment instanceof Instant instant ? OffsetDateTime.ofInstant(instant, zone) : moment;
    }

    private Refusal refused(String text) {
        return Refusal.unparseable(
                Text.of("%s 不是按 %s 书写的日期或时间", "%s is no date or time as in %s", Shown.of(text), declared()),
                Text.of(
                        "请在来源系统中改正，或在 format 中补充它的写法",
                        "correct it in the source system, or add its format to format:"));
    }

    private Refusal ambiguous(String text, Set<? extends TemporalAccessor> readings) {
        return new Refusal(
                FieldFault.Kind.AMBIGUOUS,
                Text.of(
                        "%s 可以读作 %s",
                        "%s can be read as %s",
                        Shown.of(text),
                        Shown.listed(readings.stream().map(Object::toString).toList())),
                Text.of("请只声明一种格式", "declare one format only"));
    }

    private String declared() {
        return epoch.map(unit -> unit == Epoch.SECONDS ? EPOCH_SECONDS : EPOCH_MILLIS)
                .orElseGet(() -> objects
                        ? TRYTON
                        : patterns.stream().map(MomentPattern::declared).collect(Collectors.joining(", ")));
    }
}
