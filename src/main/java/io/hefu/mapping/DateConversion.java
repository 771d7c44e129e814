package io.hefu.mapping;

import io.hefu.definition.Text;
import io.hefu.dictionary.Record;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAccessor;
import java.util.Map;

/** Dates. A moment is the date that it has in the system's zone. */
record DateConversion(TextCells texts, MomentStyle style, boolean emptyIsNull) implements Conversion {
    @Override
    public Object toOurs(Object cell) {
        if (cell instanceof LocalDate date) {
            return inYears(date);
        }
        return dateOf(moment(cell), style.zone());
    }

    private Object moment(Object cell) {
        if (cell instanceof Long number && style.epoch().isPresent()) {
            return style.counted(number);
        }
        if (cell instanceof String || cell instanceof byte[] || cell instanceof Long) {
            Object text = texts.read(cell);
            return text instanceof Refusal ? text : ofText((String) text);
        }
        if (style.objects() && cell instanceof Map<?, ?> parts) {
            return style.object(parts);
        }
        return cell instanceof TemporalAccessor ? cell : Refusal.retyped(cell, Text.of("日期", "a date"));
    }

    private Object ofText(String text) {
        return text.isEmpty() && emptyIsNull ? Record.Nothing.NULL : style.read(text);
    }

    private static Object dateOf(Object moment, ZoneId zone) {
        if (moment instanceof LocalDateTime clock) {
            return inYears(clock.toLocalDate());
        }
        if (moment instanceof OffsetDateTime offset) {
            return dateOf(offset.toInstant(), zone);
        }
        if (moment instanceof Instant instant) {
            return instant.isBefore(TimeConversion.FIRST) || instant.isAfter(TimeConversion.LAST)
                    ? TimeConversion.outOfYears(instant)
                    : instant.atZone(zone).toLocalDate();
        }
        return moment instanceof LocalDate date ? inYears(date) : moment;
    }

    private static Object inYears(LocalDate date) {
        return date.getYear() < 1 || date.getYear() > 9999 ? TimeConversion.outOfYears(date) : date;
    }

    @Override
    public Object toTheirs(Object value) {
        LocalDate date = (LocalDate) value;
        return style.write(style.writesTime() ? date.atStartOfDay(style.zone()).toInstant() : date);
    }
}
