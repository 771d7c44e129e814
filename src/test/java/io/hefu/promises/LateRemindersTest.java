package io.hefu.promises;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What an outage kept back is not sent when its words are no longer true. */
class LateRemindersTest extends ReminderStories {
    @Test
    void aReminderOfADateToComeIsNotSentWhenTheDateIsPast() {
        try (TestHub hub = trade.hub()) {
            readAll(hub);
            trade.clock.to("2026-12-13");
            hub.engine().clockRun().run();
            trade.clock.to("2026-12-23");
            hub.engine().clockRun().run();
            hub.deliver("smtp", "reminder");

            assertThat(trade.mails.mails())
                    .extracting(mail -> mail.get("subject").toString())
                    .singleElement()
                    .asString()
                    .contains("逾期 3 天");
        }
    }
}
