package io.hefu.expression;

import io.hefu.definition.DefinitionFile;
import io.hefu.definition.DefinitionKind;
import io.hefu.definition.Definitions;
import io.hefu.definition.Position;
import io.hefu.definition.Text;
import io.hefu.definition.Violations;
import io.hefu.definition.YamlList;
import io.hefu.definition.YamlNode;
import io.hefu.definition.YamlScalar;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Makes the {@link WorkCalendar} of the files under {@code config/calendar}: the years that they decide. */
public final class WorkCalendarCompiler {
    /** A year a file; it replaces what is built in for that year. */
    public static final DefinitionKind CALENDARS = new DefinitionKind("calendar", "config/calendar");

    private final Violations violations;

    private WorkCalendarCompiler(Violations violations) {
        this.violations = violations;
    }

    public static WorkCalendar compile(Definitions definitions, Violations violations) {
        WorkCalendarCompiler compiler = new WorkCalendarCompiler(violations);
        Map<Integer, WorkCalendar.Year> years = new LinkedHashMap<>();
        for (DefinitionFile file : definitions.files(CALENDARS)) {
            WorkCalendar.Year year = compiler.year(file);
            if (years.putIfAbsent(year.year(), year) != null) {
                violations.add(
                        file.root().at("year"),
                        Text.of(
                                "%s年已由另一个文件决定",
                                "the year %s is decided by another file already", String.valueOf(year.year())),
                        Text.of("每年一个文件", "one file a year"),
                        Text.of("合并这两个文件", "merge the two files"));
            }
        }
        return new WorkCalendar(List.copyOf(years.values()));
    }

    private WorkCalendar.Year year(DefinitionFile file) {
        int year = Integer.parseInt(file.root().text("year").orElse("0"));
        Set<LocalDate> holidays = days(file, "holidays", year);
        Set<LocalDate> workdays = days(file, "workdays", year);
        workdays.stream()
                .filter(holidays::contains)
                .forEach(day -> both(file.root().at("workdays"), day));
        return new WorkCalendar.Year(year, true, holidays, workdays);
    }

    private Set<LocalDate> days(DefinitionFile file, String key, int year) {
        Set<LocalDate> days = new TreeSet<>();
        file.root().list(key).map(YamlList::items).orElse(List.of()).forEach(item -> add(item, year, days));
        return days;
    }

    private void add(YamlNode item, int year, Set<LocalDate> days) {
        if (!(item instanceof YamlScalar scalar)) {
            return;
        }
        String[] ends = scalar.text().split("\\.\\.", 2);
        try {
            LocalDate first = LocalDate.parse(ends[0]);
            LocalDate last = LocalDate.parse(ends[ends.length - 1]);
            if (first.getYear() != year || last.getYear() != year || last.isBefore(first)) {
                wrong(scalar, year);
            } else {
                first.datesUntil(last.plusDays(1)).forEach(days::add);
            }
        } catch (DateTimeException unfit) {
            wrong(scalar, year);
        }
    }

    private void wrong(YamlScalar scalar, int year) {
        violations.add(
                scalar.position(),
                Text.of("“%s”不是%s年的日期或日期段", "“%s” is no date or period of %s", scalar.text(), String.valueOf(year)),
                Text.same("%1$d-02-05, %1$d-02-05..%1$d-02-11".formatted(year)),
                Text.of(
                        "改正日期；跨年的假期分写在两年的文件里",
                        "correct it; a holiday over New Year stands in the files of both years"));
    }

    private void both(Position position, LocalDate day) {
        violations.add(
                position,
                Text.of("%s 既是假日又是调休上班日", "%s is both a holiday and a make-up day", day),
                Text.NONE,
                Text.of("从其中一个列表删去", "remove it from one of the lists"));
    }
}
