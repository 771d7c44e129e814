package io.hefu.adapters.http;

import io.hefu.definition.YamlMap;
import io.hefu.systems.SystemDefinition;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * How far a reading has come.
 *
 * @param value Instant, BigDecimal or String
 */
record Mark(Object value) implements Comparable<Mark> {
    /** In the year 2001. */
    private static final BigDecimal FIRST_MILLI = new BigDecimal("1000000000000");

    private static final BigDecimal FIRST_SECOND = new BigDecimal("1000000000");

    /** What a cell says of when; empty when it says nothing. */
    static Optional<Mark> of(Object cell, ZoneId zone) {
        if (cell instanceof Instant) {
            return Optional.of(new Mark(cell));
        }
        if (cell instanceof LocalDateTime time) {
            return Optional.of(new Mark(time.atZone(zone).toInstant()));
        }
        if (cell instanceof LocalDate date) {
            return Optional.of(new Mark(date.atStartOfDay(zone).toInstant()));
        }
        if (cell instanceof Long whole) {
            return Optional.of(new Mark(BigDecimal.valueOf(whole)));
        }
        if (cell instanceof BigDecimal) {
            return Optional.of(new Mark(cell));
        }
        return cell instanceof String text && !text.isBlank() ? Optional.of(ofText(text, zone)) : Optional.empty();
    }

    private static Mark ofText(String text, ZoneId zone) {
        try {
            return new Mark(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException noOffset) {
            try {
                return new Mark(
                        LocalDateTime.parse(text.replace(' ', 'T')).atZone(zone).toInstant());
            } catch (DateTimeException noTime) {
                return new Mark(text);
            }
        }
    }

    /** Of a position that was kept. */
    static Mark kept(String text) {
        try {
            return new Mark(Instant.parse(text));
        } catch (DateTimeException noTime) {
            Object number = text.matches("-?[0-9.]{1,40}") ? Json.number(text) : text;
            return new Mark(number instanceof Long whole ? BigDecimal.valueOf(whole) : number);
        }
    }

    /** A large number counts milliseconds or seconds; any other is no time and stays as it is. */
    Mark back(Duration overlap) {
        if (value instanceof BigDecimal number) {
            BigDecimal unit = number.compareTo(FIRST_MILLI) >= 0
                    ? BigDecimal.valueOf(overlap.toMillis())
                    : number.compareTo(FIRST_SECOND) >= 0 ? BigDecimal.valueOf(overlap.toSeconds()) : BigDecimal.ZERO;
            return new Mark(number.subtract(unit));
        }
        return value instanceof Instant instant ? new Mark(instant.minus(overlap)) : this;
    }

    /** No later than this: a record that claims to have changed in the future must not hide those that change until then. */
    Mark noLaterThan(Instant now) {
        return value instanceof Instant instant && instant.isAfter(now) ? new Mark(now) : this;
    }

    String text() {
        return Placeholders.text(value);
    }

    @Override
    @SuppressWarnings("unchecked") // compared only within one class
    public int compareTo(Mark other) {
        return value.getClass() == other.value.getClass() ? ((Comparable<Object>) value).compareTo(other.value) : 0;
    }

    /**
     * How {@code {since}} is written.
     *
     * @param start what it says when nothing was read yet; empty: 1970, as a time
     */
    record Format(DateTimeFormatter format, ZoneId zone, Optional<Object> start) {
        static Format of(SystemDefinition system) {
            Optional<YamlMap> times = system.settings().map("times");
            String pattern = times.flatMap(map -> map.text("format")).orElse("uuuu-MM-dd'T'HH:mm:ss.SSSXXX");
            ZoneId zone = times.flatMap(map -> map.text("zone")).map(ZoneId::of).orElse(system.zone());
            return new Format(
                    DateTimeFormatter.ofPattern(pattern),
                    zone,
                    times.flatMap(map -> map.node("start")).map(node -> RequestTemplate.json(node, Placeholders.NONE)));
        }

        Object since(Optional<Mark> mark) {
            if (mark.isEmpty()) {
                return start.orElseGet(() -> written(Instant.EPOCH));
            }
            Object value = mark.get().value();
            return value instanceof Instant instant ? written(instant) : value;
        }

        private String written(Instant instant) {
            return format.format(instant.atZone(zone));
        }
    }
}
