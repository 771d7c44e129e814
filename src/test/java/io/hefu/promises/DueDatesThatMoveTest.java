package io.hefu.promises;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Promise 10 when the due date moves, or is gone. */
class DueDatesThatMoveTest extends ReminderStories {
    @Test
    void aDueDateThatMovedMakesAReminderOfItsOwn() {
        try (TestHub hub = trade.hub()) {
            day(hub, "2026-11-24");
            day(hub, "2026-12-13");
            trade.finance.change("receivable", "YS1", "due", "20270120");
            day(hub, "2026-12-15");
            day(hub, "2026-12-20");
            assertThat(trade.mails.mails()).hasSize(1);

            day(hub, "2027-01-13");
            assertThat(trade.mails.mails()).hasSize(2);
        }
    }

    @Test
    void aDueDateThatMovedBetweenDecisionAndSendingStopsTheReminder() {
        try (TestHub hub = trade.hub()) {
            day(hub, "2026-11-24");
            trade.clock.to("2026-12-13");
            hub.engine().clockRun().run();
            trade.finance.change("receivable", "YS1", "due", "20270120");
            hub.deliver("smtp", "reminder");

            assertThat(trade.mails.mails()).isEmpty();
        }
    }

    @Test
    void aDueDateThatMovedIntoThePastRemindsByItsLatestStepAlone() {
        try (TestHub hub = trade.hub()) {
            day(hub, "2026-11-24");
            trade.finance.change("receivable", "YS1", "due", "20261201");
            day(hub, "2026-12-10");
            day(hub, "2026-12-13");
            day(hub, "2026-12-23");

            assertThat(steps(hub)).containsExactly("overdue");
        }
    }

    @Test
    void aReceivableThatLostItsDueDateIsNotReminded() {
        try (TestHub hub = trade.hub()) {
            day(hub, "2026-11-24");
            trade.finance.change("receivable", "YS1", "due", null);
            day(hub, "2026-12-13");

            assertThat(hub.all("reminder")).isEmpty();
            assertThat(hub.books().ledger().ruleClocks().dueUntil(trade.clock.instant(), 10))
                    .isEmpty();
        }
    }
}
