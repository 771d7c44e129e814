package io.hefu.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How long a target is left alone that refused everything. */
class PatienceTest {
    private static final Instant NOON = Instant.parse("2026-11-24T04:00:00Z");

    private final Patience patience = new Patience();

    private boolean isAsked(long seconds) {
        return patience.isAsked("smtp", "v1", NOON.plusSeconds(seconds));
    }

    @Test
    void eachRefusalDoublesTheWaitUpToTwentyOneMinutes() {
        patience.refused("smtp", "v1", NOON);
        assertThat(isAsked(4)).isFalse();
        assertThat(isAsked(5)).isTrue();
        patience.refused("smtp", "v1", NOON);
        assertThat(isAsked(9)).isFalse();
        for (int i = 0; i < 20; i++) {
            patience.refused("smtp", "v1", NOON);
        }
        assertThat(isAsked(Duration.ofMinutes(21).toSeconds())).isFalse();
        assertThat(isAsked(Duration.ofMinutes(22).toSeconds())).isTrue();
    }

    @Test
    void editedDefinitionsEndTheWait() {
        patience.refused("smtp", "v1", NOON);
        assertThat(patience.isAsked("smtp", "v2", NOON)).isTrue();
    }

    @Test
    void whoWasToldBeginsAnew() {
        patience.refused("smtp", "v1", NOON);
        patience.refused("smtp", "v1", NOON);
        patience.told("smtp");
        assertThat(isAsked(0)).isTrue();
        patience.refused("smtp", "v1", NOON);
        assertThat(isAsked(5)).isTrue();
    }

    @Test
    void anotherTargetIsAskedMeanwhile() {
        patience.refused("smtp", "v1", NOON);
        assertThat(patience.isAsked("finance", "v1", NOON)).isTrue();
    }
}
