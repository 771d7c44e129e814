package io.hefu.mapping;

import io.hefu.definition.Text;
import io.hefu.dictionary.Record;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Map;

/** Moments. A clock time without a zone is one of the system's zone. */
record TimeConversion(TextCells texts, MomentStyle style, boolean emptyIsNull) implements Conversion {
    static final Instant FIRST = Instant.parse("0001-01-02T00:00:00Z");
    static final Instant LAST = Instant.parse("9999-12-30T23:59:59.999999999Z");

    @Override
    public Object toOurs(Object cell) {
        return instantOf(moment(cell));
    }

    private Object moment(Object cell) {
        if (cell instanceof Instant || cell instanceof LocalDateTime) {
            return cell;
        }
        if (cell instanceof Long number && style.epoch().isPresent()) {
            return style.counted(number);
        }
        if (cell instanceof String || cell instanceof byte[] || cell instanceof Long) {
            Object text = texts.read(cell);
            return text instanceof Refusal ? text : ofText((String) text);
        }
        return style.objects() && cell instanceof Map<?, ?> parts
                ? style.object(parts)
                : Refusal.retyped(cell, Text.of("时间", "a time"));
    }

    private Object ofText(String text) {
        return text.isEmpty() && emptyIsNull ? Record.Nothing.NULL : style.read(text);
    }

    private Object instantOf(Object moment) {
        if (moment instanceof LocalDateTime clock) {
            return clock.getYear() < 1 || clock.getYear() > 9999 ? outOfYears(clock) : style.inZone(clock);
        }
        if (moment instanceof OffsetDateTime offset) {
            return offset.toInstant();
        }
        if (moment instanceof Instant instant) {
            return instant.isBefore(FIRST) || instant.isAfter(LAST) ? outOfYears(instant) : instant;
        }
        return moment instanceof Refusal || moment == Record.Nothing.NULL
                ? moment
                : Refusal.retyped(moment, Text.of("时间", "a time"));
    }

    static Refusal outOfYears(Object moment) {
        return Refusal.tooLarge(
                Text.of("%s 不在公元 1 至 9999 年之间", "%s is not between the years 1 and 9999", Shown.of(moment)));
    }

    @Override
    public Object toTheirs(Object value) {
        return style.write((Instant) value);
    }
}
