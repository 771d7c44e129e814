package io.hefu.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.hefu.Installation;
import io.hefu.definition.Definitions;
import io.hefu.definition.Violations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkCalendarTest {
    private final WorkCalendar calendar = new WorkCalendar(List.of());

    @ParameterizedTest
    @CsvSource({
        "2026-10-10, true", // a Saturday that is worked for the National Day
        "2026-10-01, false",
        "2026-10-03, false",
        "2026-09-20, true",
        "2026-02-14, true",
        "2026-02-16, false",
        "2026-11-24, true",
        "2026-11-28, false",
        "2025-01-26, true"
    })
    void holidaysAndMakeUpDaysAreKnown(LocalDate date, boolean workday) {
        assertThat(calendar.isWorkday(date)).isEqualTo(workday);
    }

    @Test
    void aKnownYearNeedsNoWarning() {
        assertThat(calendar.warning(2026)).isEmpty();
    }

    @Test
    void anUnknownYearCountsByWeekdaysAndSaysSo() {
        assertThat(calendar.isWorkday(LocalDate.of(2027, 10, 1))).isTrue();
        assertThat(calendar.isWorkday(LocalDate.of(2027, 10, 2))).isFalse();
        assertThat(calendar.warning(2027).orElseThrow().zh()).contains("2027年").contains("config/calendar");
        assertThat(calendar.warning(2027).orElseThrow().en()).contains("2027").contains("Monday to Friday");
    }

    @Test
    void workingDaysAreCountedOverTheNationalDay() {
        LocalDate before = LocalDate.of(2026, 9, 30);
        LocalDate after = LocalDate.of(2026, 10, 10);

        assertThat(calendar.workdaysBetween(before, after)).isEqualTo(3); // 8, 9 and 10 October
        assertThat(calendar.workdaysBetween(after, before)).isEqualTo(-3);
        assertThat(calendar.plusWorkdays(before, 3)).isEqualTo(after);
        assertThat(calendar.plusWorkdays(after, -3)).isEqualTo(before);
        assertThat(calendar.plusWorkdays(LocalDate.of(2026, 10, 1), 0)).isEqualTo(LocalDate.of(2026, 10, 1));
    }

    @Test
    void aDayOffIsMovedToTheNextOrThePreviousWorkingDay() {
        assertThat(calendar.sameOrNext(LocalDate.of(2026, 10, 1))).isEqualTo(LocalDate.of(2026, 10, 8));
        assertThat(calendar.sameOrPrevious(LocalDate.of(2026, 10, 1))).isEqualTo(LocalDate.of(2026, 9, 30));
        assertThat(calendar.sameOrNext(LocalDate.of(2026, 10, 10))).isEqualTo(LocalDate.of(2026, 10, 10));
    }

    @Test
    void aFileDecidesAYear(@TempDir Path home) throws IOException {
        write(home, "cn-2027", """
                title: {zh: 试, en: Test}
                region: CN
                year: 2027
                holidays: ["2027-01-01", 2027-10-01..2027-10-07]
                workdays: ["2027-10-09"]
                """);
        WorkCalendar decided = compile(home, new Violations());

        assertThat(decided.isWorkday(LocalDate.of(2027, 10, 1))).isFalse();
        assertThat(decided.isWorkday(LocalDate.of(2027, 10, 7))).isFalse();
        assertThat(decided.isWorkday(LocalDate.of(2027, 10, 8))).isTrue();
        assertThat(decided.isWorkday(LocalDate.of(2027, 10, 9))).isTrue();
        assertThat(decided.warning(2027)).isEmpty();
    }

    @Test
    void theExampleFileSaysWhatIsBuiltIn(@TempDir Path home) throws IOException {
        Path example = Installation.SHIPPED.resolve("config/examples/calendar/cn-2026.calendar.yaml");
        write(home, "cn-2026", Files.readString(example));
        WorkCalendar decided = compile(home, new Violations());

        LocalDate.of(2026, 1, 1)
                .datesUntil(LocalDate.of(2027, 1, 1))
                .forEach(day ->
                        assertThat(decided.isWorkday(day)).as(day.toString()).isEqualTo(calendar.isWorkday(day)));
    }

    @Test
    void aDayOfAnotherYearIsToldWithItsLine(@TempDir Path home) throws IOException {
        write(home, "cn-2027", """
                title: {zh: 试, en: Test}
                region: CN
                year: 2027
                holidays:
                  - 2026-12-31..2027-01-02
                  - 2027-02-30
                workdays: []
                """);
        Violations violations = new Violations();
        compile(home, violations);

        assertThat(violations.all())
                .extracting(each -> each.in(Locale.ENGLISH))
                .satisfiesExactly(
                        first -> assertThat(first)
                                .startsWith("config/calendar/cn-2027.calendar.yaml:5 ")
                                .contains("2026-12-31"),
                        second -> assertThat(second).startsWith("config/calendar/cn-2027.calendar.yaml:6 "));
    }

    private static void write(Path home, String id, String text) throws IOException {
        Path folder = Files.createDirectories(home.resolve("config/calendar"));
        Files.writeString(folder.resolve(id + ".calendar.yaml"), text);
    }

    private static WorkCalendar compile(Path home, Violations violations) {
        return WorkCalendarCompiler.compile(
                Definitions.load(home, List.of(WorkCalendarCompiler.CALENDARS), violations), violations);
    }
}
