package io.hefu.rules;

import io.hefu.dictionary.FieldType;
import io.hefu.dictionary.Record;
import io.hefu.expression.WorkCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * When a rule runs though nothing changed.
 *
 * @param field a date of the record
 * @param at local time in the installation's zone
 * @param onHoliday where a day that nobody works on is moved to
 */
public record RuleClock(FieldType field, Offset offset, LocalTime at, OnHoliday onHoliday) {

    /** What becomes of a day that nobody works on. */
    public enum OnHoliday {
        /** The next working day. */
        NEXT,
        /** The working day before. */
        PREVIOUS,
        /** It stays. */
        SAME;

        /**
         * Without a word: up to the due date the working day before, so that nobody hears of a date that has passed in a
         * holiday; after it the next.
         */
        static OnHoliday usual(Offset offset) {
            return offset.days() <= 0 ? PREVIOUS : NEXT;
        }
    }

    /** When it rings for a record, be it in the past; empty when the date has no value. */
    public Optional<Instant> rings(Record record, WorkCalendar calendar, ZoneId zone) {
        return record.find(field)
                .map(LocalDate.class::cast)
                .map(date -> day(date, calendar).atTime(at).atZone(zone).toInstant());
    }

    private LocalDate day(LocalDate date, WorkCalendar calendar) {
        LocalDate day = offset.from(date, calendar);
        return switch (onHoliday) {
            case NEXT -> calendar.sameOrNext(day);
            case PREVIOUS -> calendar.sameOrPrevious(day);
            case SAME -> day;
        };
    }
}
