package io.hefu.promises;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Promise 10: no reminder while a payment may have come of which the hub could not read enough. */
class UnseenReceiptsTest extends ReminderStories {
    @Test
    void aReceiptInQuarantineKeepsTheReminderBack() {
        try (TestHub hub = trade.hub()) {
            readAll(hub);
            trade.clock.to("2026-12-13");
            trade.finance.put("receipt", "no", "SK1", "client", "C1", "amount", "100,00 元");
            readAll(hub);
            hub.engine().clockRun().run();
            hub.deliver("smtp", "reminder");
            assertThat(trade.mails.mails()).isEmpty();

            trade.finance.change("receipt", "SK1", "amount", "0.00");
            readAll(hub);
            trade.clock.forward(Duration.ofHours(1));
            hub.deliver("smtp", "reminder");
            assertThat(trade.mails.mails()).hasSize(1);
        }
    }

    @Test
    void aPausedFlowOfReceiptsKeepsTheReminderBack() {
        try (TestHub hub = trade.hub()) {
            readAll(hub);
            trade.clock.to("2026-12-13");
            trade.finance.execute("alter table receipt add column bank text");
            trade.finance.put("receipt", "no", "SK1", "client", "C1", "amount", "100.00");
            readAll(hub);
            assertThat(hub.paused("finance", "receipt")).isTrue();
            hub.engine().clockRun().run();
            hub.deliver("smtp", "reminder");

            assertThat(trade.mails.mails()).isEmpty();
        }
    }
}
