package io.hefu.expression;

import com.tyme.holiday.LegalHoliday;
import io.hefu.definition.Text;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * Which days are worked on in mainland China: weekdays, less legal holidays, plus make-up days (调休). A part of the
 * snapshot. Years come from a file of the installation first, then from the tables that the State Council's notices were
 * typed into (tyme4j). A year that neither knows counts by weekdays alone, and says so in {@link #warning}.
 */
public final class WorkCalendar {
    /** Days before the turn of the year from which its holidays should be known; they are made known in November. */
    private static final int AHEAD = 45;

    private final Map<Integer, Year> written;
    private final Map<Integer, Year> years = new ConcurrentHashMap<>();

    /** @param written the years that files of the installation decide */
    public WorkCalendar(List<Year> written) {
        this.written = written.stream().collect(java.util.stream.Collectors.toMap(Year::year, year -> year));
    }

    /**
     * The exceptions of one year.
     *
     * @param holidays days off that are weekdays, or any day off
     * @param workdays days of a weekend that are worked on
     */
    public record Year(int year, boolean known, Set<LocalDate> holidays, Set<LocalDate> workdays) {
        public Year {
            holidays = Set.copyOf(holidays);
            workdays = Set.copyOf(workdays);
        }
    }

    public boolean isWorkday(LocalDate date) {
        Year year = year(date.getYear());
        if (year.workdays().contains(date)) {
            return true;
        }
        return date.getDayOfWeek().getValue() < DayOfWeek.SATURDAY.getValue()
                && !year.holidays().contains(date);
    }

    /** The date itself when it is worked on, else the next that is. */
    public LocalDate sameOrNext(LocalDate date) {
        return isWorkday(date) ? date : plusWorkdays(date, 1);
    }

    /** The date itself when it is worked on, else the last before it that is. */
    public LocalDate sameOrPrevious(LocalDate date) {
        return isWorkday(date) ? date : plusWorkdays(date, -1);
    }

    /**
     * The working day that is so many working days after (or, when negative, before) a date; 0 gives the date itself.
     *
     * @throws ExpressionFault for more than 10,000 days
     */
    public LocalDate plusWorkdays(LocalDate date, long workdays) {
        if (Math.abs(workdays) > 10_000) {
            throw ExpressionFault.of("工作日数过大：%s", "too many working days: %s", workdays);
        }
        int step = Long.signum(workdays);
        LocalDate day = date;
        for (long left = Math.abs(workdays); left > 0; ) {
            day = day.plusDays(step);
            left -= isWorkday(day) ? 1 : 0;
        }
        return day;
    }

    /**
     * How many working days lie after {@code from}, up to and with {@code to}; negative when {@code to} is earlier.
     *
     * @throws ExpressionFault when the dates lie more than 100 years apart
     */
    public long workdaysBetween(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return -workdaysBetween(to, from);
        }
        if (ChronoUnit.YEARS.between(from, to) > 100) {
            throw ExpressionFault.of("日期相隔过远：%s 与 %s", "the dates lie too far apart: %s and %s", from, to);
        }
        return from.plusDays(1)
                .datesUntil(to.plusDays(1))
                .filter(this::isWorkday)
                .count();
    }

    /** What to tell people about a year whose holidays are not known yet. */
    public Optional<Text> warning(int year) {
        return year(year).known()
                ? Optional.empty()
                : Optional.of(Text.of(
                        "%s年的法定节假日与调休安排未知，暂按周一至周五计算工作日；请在 config/calendar/ 添加该年的 calendar.yaml",
                        "the holidays and make-up days of %s are not known; Monday to Friday count as working days until a"
                                + " calendar.yaml of that year stands in config/calendar/",
                        String.valueOf(year)));
    }

    /** What to tell people today: of this year, and of the next once what is due in it is being decided. */
    public List<Text> warnings(LocalDate today) {
        return IntStream.of(today.getYear(), today.plusDays(AHEAD).getYear())
                .distinct()
                .mapToObj(this::warning)
                .flatMap(Optional::stream)
                .toList();
    }

    private Year year(int year) {
        return years.computeIfAbsent(year, this::load);
    }

    private Year load(int year) {
        Year decided = written.get(year);
        return decided != null ? decided : fromTables(year);
    }

    private static Year fromTables(int year) {
        LocalDate first = LocalDate.of(year, 1, 1);
        List<LegalHoliday> days = IntStream.range(0, first.lengthOfYear())
                .mapToObj(first::plusDays)
                .map(day -> LegalHoliday.fromYmd(day.getYear(), day.getMonthValue(), day.getDayOfMonth()))
                .filter(java.util.Objects::nonNull)
                .toList();
        // A few days of a year can stand in the tables because the New Year before it was announced: that is not a
        // year.
        return new Year(year, days.size() > 5, dates(days, false), dates(days, true));
    }

    private static Set<LocalDate> dates(List<LegalHoliday> days, boolean work) {
        return days.stream()
                .filter(day -> day.isWork() == work)
                .map(LegalHoliday::getDay)
                .map(day -> LocalDate.of(day.getYear(), day.getMonth(), day.getDay()))
                .collect(java.util.stream.Collectors.toSet());
    }
}
