package io.hefu.routing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.scheduling.support.CronExpression;

/** What a trigger's cron expression may be: judged as the scheduler will. */
class CronTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0 30 2 * * *",
                "0 0 8-18/2 * * MON-FRI",
                "*/10 * * * * *",
                "0 0 0 L * ?",
                "0 0 9 1,15 * *",
                "@daily",
                "0 0 0 ? * 5#2",
                "0 0 0 1W * *",
                "0 0 0 25 12 ?"
            })
    void whatTheSchedulerTakesIsTaken(String written) {
        assertThat(CronExpression.isValidExpression(written)).isTrue();
        assertThat(CronText.isWellFormed(written)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0 99 2 * * *",
                "30 2 * * *",
                "0 0 24 * * *",
                "0 0 0 32 * *",
                "@nightly",
                "every night",
                "0 0 0 * 13 *"
            })
    void whatTheSchedulerRefusesIsRefusedBefore(String written) {
        assertThat(CronExpression.isValidExpression(written)).isFalse();
        assertThat(CronText.isWellFormed(written)).isFalse();
    }

    @Test
    void partsAreTakenAsTheyAreListed() {
        assertThat(CronText.isWellFormed("0 0,30 8,9 * * *")).isTrue();
        assertThat(CronText.isWellFormed("0 0,60 8,9 * * *")).isFalse();
    }
}
