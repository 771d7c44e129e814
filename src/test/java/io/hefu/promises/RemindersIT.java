package io.hefu.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.hefu.journey.StaleBatch;
import io.hefu.store.PostgresForTests;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same with the hub on PostgreSQL. */
class RemindersIT extends RemindersTest {
    @BeforeEach
    void onPostgres() {
        trade.hubIn(PostgresForTests.fresh());
    }

    @Test
    void twoHubsOfOneDatabaseRemindOnce() {
        try (TestHub one = trade.hub();
                TestHub other = trade.hub()) {
            day(one, "2026-11-24");
            for (String date : List.of("2026-12-13", "2026-12-20", "2026-12-23")) {
                trade.clock.to(date);
                Together.run(() -> remind(one), () -> remind(other));
                remind(one);
            }

            assertThat(trade.mails.mails()).hasSize(3);
        }
    }

    /** A clock run that loses a race against another rings again the next time. */
    private static void remind(TestHub hub) {
        try {
            hub.engine().clockRun().run();
        } catch (StaleBatch raced) {
            assertThat(raced.batch().rows()).isEmpty();
        }
        hub.deliver("smtp", "reminder");
    }
}
