package io.hefu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody finds out in January that the working days were only guessed. */
class CalendarWarningTest {
    @TempDir
    private Path folder;

    private String checkedOn(String day) {
        SmallCompany company = SmallCompany.in(folder);
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                StandardCharsets.UTF_8,
                Locale.CHINESE,
                false,
                Map.of());
        Clock clock = Clock.fixed(Instant.parse(day + "T02:00:00Z"), ZoneOffset.UTC);
        int code = Hefu.run(terminal, clock, "check", "--home", company.folder().toString());
        assertThat(code).isZero();
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aYearWhoseHolidaysAreKnownNeedsNoWord() {
        assertThat(checkedOn("2026-06-01")).isEmpty();
    }

    @Test
    void towardsTheTurnOfTheYearTheNextOneIsAskedFor() {
        assertThat(checkedOn("2026-12-01")).startsWith("警告：2027年的法定节假日与调休安排未知").contains("config/calendar/");
    }

    @Test
    void anUnknownYearIsToldAllTheTime() {
        assertThat(checkedOn("2028-06-01")).contains("2028年");
    }
}
