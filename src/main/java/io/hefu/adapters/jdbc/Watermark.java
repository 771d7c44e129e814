package io.hefu.adapters.jdbc;

import io.hefu.systems.ColumnType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * How far a reading by change has come.
 *
 * @param value Instant, LocalDateTime, LocalDate, BigDecimal or String
 */
record Watermark(Object value) implements Comparable<Watermark> {

    /** How far to go back in a column of this kind. */
    record Overlap(Duration time, long numbers, Optional<DateTimeFormatter> format) {}

    static Watermark of(Object cell) {
        return new Watermark(cell instanceof Long whole ? BigDecimal.valueOf(whole) : cell);
    }

    /** @return empty when the text is no value of that type: the column was retyped, so the reading starts anew */
    static Optional<Watermark> parse(String text, ColumnType type) {
        try {
            return Optional.of(new Watermark(
                    switch (type) {
                        case TIMESTAMP -> Instant.parse(text);
                        case DATETIME -> LocalDateTime.parse(text);
                        case DATE -> LocalDate.parse(text);
                        case INTEGER, DECIMAL -> new BigDecimal(text);
                        default -> text;
                    }));
        } catch (DateTimeParseException | NumberFormatException retyped) {
            return Optional.empty();
        }
    }

    /**
     * No later than this: a row that claims to have changed in the future must not hide those that change until then.
     *
     * @param zone of clock times without a zone
     */
    Watermark noLaterThan(Instant now, ZoneId zone) {
        Object latest = value;
        if (value instanceof Instant) {
            latest = now;
        } else if (value instanceof LocalDateTime) {
            latest = LocalDateTime.ofInstant(now, zone);
        } else if (value instanceof LocalDate) {
            latest = LocalDate.ofInstant(now, zone);
        }
        Watermark limit = new Watermark(latest);
        return compareTo(limit) > 0 ? limit : this;
    }

    Watermark back(Overlap overlap) {
        if (value instanceof Instant instant) {
            return new Watermark(instant.minus(overlap.time()));
        }
        if (value instanceof LocalDateTime time) {
            return new Watermark(time.minus(overlap.time()));
        }
        if (value instanceof LocalDate date) {
            return new Watermark(
                    date.minusDays(overlap.time().plusDays(1).minusNanos(1).toDays()));
        }
        if (value instanceof BigDecimal number) {
            return new Watermark(number.subtract(BigDecimal.valueOf(overlap.numbers())));
        }
        return new Watermark(backText((String) value, overlap));
    }

    private static String backText(String text, Overlap overlap) {
        if (overlap.format().isEmpty()) {
            return text;
        }
        DateTimeFormatter format = overlap.format().get();
        try {
            return LocalDateTime.parse(text, format).minus(overlap.time()).format(format);
        } catch (DateTimeParseException otherForm) {
            return text;
        }
    }

    String text() {
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    @Override
    @SuppressWarnings("unchecked") // all watermarks of one reading are of one class
    public int compareTo(Watermark other) {
        return value.getClass() == other.value.getClass() ? ((Comparable<Object>) value).compareTo(other.value) : 0;
    }
}
