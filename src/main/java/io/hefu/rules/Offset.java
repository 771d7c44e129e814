package io.hefu.rules;

import io.hefu.expression.WorkCalendar;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * So many days from a date.
 *
 * @param days negative for before
 * @param working whether working days are counted
 */
public record Offset(int days, boolean working) {
    private static final Pattern WRITTEN = Pattern.compile("([+-]?[0-9]{1,4})(wd|d)");

    /** As written: {@code -7d}, {@code 0d}, {@code +3wd}. */
    static Optional<Offset> parse(String written) {
        Matcher parts = WRITTEN.matcher(written);
        return parts.matches()
                ? Optional.of(new Offset(
                        Integer.parseInt(parts.group(1)), parts.group(2).equals("wd")))
                : Optional.empty();
    }

    LocalDate from(LocalDate date, WorkCalendar calendar) {
        return working ? calendar.plusWorkdays(date, days) : date.plusDays(days);
    }
}
