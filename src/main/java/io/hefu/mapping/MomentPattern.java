package io.hefu.mapping;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;

/** One way of writing a date or a time, strictly: no 30 February, no 24:00, no left-over characters. */
interface MomentPattern {
    /** As declared. */
    String declared();

    /** Whether it says a time of day, not only a date. */
    boolean hasTime();

    /** A LocalDate, LocalDateTime or OffsetDateTime; empty when the text is not of this pattern. */
    Optional<TemporalAccessor> parse(String text);

    String format(TemporalAccessor moment);

    /** @throws IllegalArgumentException when the letters are no pattern of java.time, or lack year, month or day */
    static MomentPattern of(String declared) {
        return DigitPattern.of(declared).map(MomentPattern.class::cast).orElseGet(() -> LetterPattern.of(declared));
    }

    /** The date that a moment says; empty when it is none. */
    static Optional<TemporalAccessor> dated(int year, int month, int day) {
        boolean valid = year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= lengthOf(year, month);
        return valid ? Optional.of(LocalDate.of(year, month, day)) : Optional.empty();
    }

    /** With a time of day; empty when there is no such moment. */
    static Optional<TemporalAccessor> timed(
            Optional<TemporalAccessor> date, int hour, int minute, int second, int nano) {
        return hour > 23 || minute > 59 || second > 59
                ? Optional.empty()
                : date.map(
                        day -> LocalDateTime.of((LocalDate) day, java.time.LocalTime.of(hour, minute, second, nano)));
    }

    private static int lengthOf(int year, int month) {
        return java.time.YearMonth.of(year, month).lengthOfMonth();
    }
}
