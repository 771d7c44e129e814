package io.hefu.adapters.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** A row that claims to have changed in 2099 must not hide what changes until then. */
class WatermarkTest {
    private static final Instant NOW = Instant.parse("2026-11-24T01:00:00Z");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static Object capped(Object value) {
        return new Watermark(value).noLaterThan(NOW, ZONE).value();
    }

    @Test
    void aTimeToComeCountsAsNow() {
        assertThat(capped(Instant.parse("2099-01-01T00:00:00Z"))).isEqualTo(NOW);
        assertThat(capped(LocalDateTime.parse("2099-01-01T00:00:00")))
                .isEqualTo(LocalDateTime.parse("2026-11-24T09:00:00"));
        assertThat(capped(LocalDate.parse("2099-01-01"))).isEqualTo(LocalDate.parse("2026-11-24"));
    }

    @Test
    void aPastTimeAndWhatIsNoTimeStay() {
        assertThat(capped(Instant.parse("2026-11-23T00:00:00Z"))).isEqualTo(Instant.parse("2026-11-23T00:00:00Z"));
        assertThat(capped("20990101")).isEqualTo("20990101");
    }
}
