package io.hefu.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How far a reading goes back, and how far it may come. */
class MarkTest {
    private static final Duration OVERLAP = Duration.ofMinutes(5);

    private static Object back(String number) {
        return new Mark(new BigDecimal(number)).back(OVERLAP).value();
    }

    @Test
    void countedTimesGoBackByTheOverlapAsWrittenOnesDo() {
        assertThat(back("1764000000000")).isEqualTo(new BigDecimal("1763999700000"));
        assertThat(back("1764000000")).isEqualTo(new BigDecimal("1763999700"));
        assertThat(back("4711")).isEqualTo(new BigDecimal("4711"));
    }

    @Test
    void aTimeToComeCountsAsNow() {
        Instant now = Instant.parse("2026-11-24T01:00:00Z");
        assertThat(new Mark(Instant.parse("2099-01-01T00:00:00Z"))
                        .noLaterThan(now)
                        .value())
                .isEqualTo(now);
    }
}
