package io.hefu.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.hefu.delivery.Wanted;
import io.hefu.delivery.WantedState;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Promise 10: a reminder goes out at most once, never after payment, never on stale figures, and never twice in doubt. */
class RemindersTest extends ReminderStories {
    @Test
    void theSalespersonIsRemindedSevenDaysBefore() {
        try (TestHub hub = trade.hub()) {
            day(hub, "2026-11-24");
            assertThat(trade.mails.mails()).isEmpty();
            day(hub, "2026-12-13");

            assertThat(trade.mails.mails()).extracting(mail -> mail.get("to")).containsExactly("chen@heyuan.example");
            assertThat(trade.mails.mails().get(0).get("body").toString())
                    .contains("蓝海电子")
                    .contains("YS1");
        }
    }

    @Test
    void howeverManyAreDueOnOneDayEachIsReminded() {
        for (int i = 2; i <= 300; i++) {
            receivable("YS" + i, "20261220");
        }
        try (TestHub hub = trade.hub()) {
            day(hub, "2026-11-24");
            day(hub, "2026-12-13");

            assertThat(trade.mails.mails()).hasSize(300);
            assertThat(wanted(hub)).isEmpty();
        }
    }

    @Test
    void eachStepGoesOutOnce() {
        try (TestHub hub = trade.hub()) {
            for (String date : List.of(
                    "2026-11-24",
                    "2026-12-13",
                    "2026-12-14",
                    "2026-12-18",
                    "2026-12-20",
                    "2026-12-21",
                    "2026-12-23",
                    "2026-12-24",
                    "2026-12-30")) {
                day(hub, date);
            }

            assertThat(trade.mails.mails()).hasSize(3);
            assertThat(steps(hub)).containsExactlyInAnyOrder("before-due", "due", "overdue");
        }
    }

    @Test
    void readingTheReceivableAgainRemindsNobodyAgain() {
        try (TestHub hub = trade.hub()) {
            day(hub, "2026-11-24");
            day(hub, "2026-12-13");
            trade.finance.change("receivable", "YS1", "open", "14000.00");
            day(hub, "2026-12-14");
            hub.sweep("finance", "receivable");
            hub.deliver("smtp", "reminder");

            assertThat(trade.mails.mails()).hasSize(1);
        }
    }

    @Test
    void aPaidReceivableIsNotReminded() {
        try (TestHub hub = trade.hub()) {
            day(hub, "2026-11-24");
            trade.finance.change("receivable", "YS1", "open", "0.00");
            day(hub, "2026-12-13");

            assertThat(trade.mails.mails()).isEmpty();
        }
    }

    @Test
    void aPaymentBetweenDecisionAndSendingStopsTheReminder() {
        try (TestHub hub = trade.hub()) {
            day(hub, "2026-11-24");
            trade.clock.to("2026-12-13");
            hub.engine().clockRun().run();
            trade.finance.change("receivable", "YS1", "open", "0.00");
            hub.deliver("smtp", "reminder");

            assertThat(trade.mails.mails()).isEmpty();
            assertThat(wanted(hub)).extracting(Wanted::state).containsExactly(WantedState.SKIPPED);
        }
    }

    @Test
    void aHoldThatFinanceSetAMomentAgoStopsTheReminder() {
        try (TestHub hub = trade.hub()) {
            day(hub, "2026-11-24");
            trade.clock.to("2026-12-13");
            hub.engine().clockRun().run();
            trade.finance.change("receivable", "YS1", "hold", 1);
            hub.deliver("smtp", "reminder");

            assertThat(trade.mails.mails()).isEmpty();
        }
    }

    @Test
    void aPartPaymentIsRemindedOfWhatIsOpenNow() {
        try (TestHub hub = trade.hub()) {
            day(hub, "2026-11-24");
            trade.clock.to("2026-12-13");
            hub.engine().clockRun().run();
            trade.finance.change("receivable", "YS1", "open", "464.00");
            hub.deliver("smtp", "reminder");

            assertThat(trade.mails.mails().get(0).get("body").toString()).contains("464.00");
        }
    }

    @Test
    void whileTheBalanceCannotBeReadNothingIsSent() {
        try (TestHub hub = trade.hub()) {
            day(hub, "2026-11-24");
            trade.clock.to("2026-12-13");
            hub.engine().clockRun().run();
            hub.system("finance").unreachable(true);
            hub.deliver("smtp", "reminder");
            assertThat(trade.mails.mails()).isEmpty();

            hub.system("finance").unreachable(false);
            trade.clock.forward(Duration.ofHours(1));
            hub.deliver("smtp", "reminder");
            assertThat(trade.mails.mails()).hasSize(1);
        }
    }

    @Test
    void whileAnUnallocatedReceiptCouldCoverItNothingIsSent() {
        trade.finance.put("receipt", "no", "SK1", "client", "C1", "amount", "14464.00");
        try (TestHub hub = trade.hub()) {
            day(hub, "2026-11-24");
            day(hub, "2026-12-13");

            assertThat(trade.mails.mails()).isEmpty();
            assertThat(wanted(hub).get(0).reason().en()).contains("unallocated");
        }
    }

    @Test
    void aReceiptThatIsAllocatedElsewhereStopsNothing() {
        trade.finance.put(
                "receivable",
                "no",
                "YS2",
                "client",
                "C1",
                "due",
                "20270620",
                "gross",
                "14464.00",
                "open",
                "0.00",
                "hold",
                0);
        trade.finance.put("receipt", "no", "SK1", "client", "C1", "amount", "14464.00");
        trade.finance.put("allocation", "no", "A1", "receipt", "SK1", "receivable", "YS2", "amount", "14464.00");
        try (TestHub hub = trade.hub()) {
            day(hub, "2026-11-24");
            day(hub, "2026-12-13");

            assertThat(trade.mails.mails()).hasSize(1);
        }
    }

    @Test
    void aDeletedReceivableIsNotReminded() {
        try (TestHub hub = trade.hub()) {
            day(hub, "2026-11-24");
            trade.finance.delete("receivable", "no = 'YS1'");
            hub.sweep("finance", "receivable");
            day(hub, "2026-12-13");

            assertThat(trade.mails.mails()).isEmpty();
        }
    }

    @Test
    void afterAStopOnlyTheLatestStepIsSent() {
        try (TestHub hub = trade.hub()) {
            day(hub, "2026-11-24");
        }
        try (TestHub hub = trade.hub()) {
            day(hub, "2026-12-25");

            assertThat(steps(hub)).containsExactly("overdue");
            assertThat(trade.mails.mails()).hasSize(1);
        }
    }

    @Test
    void aReminderWhoseAnswerWasLostIsUnknownAndNotSentAgainByItself() {
        try (TestHub hub = trade.hub()) {
            day(hub, "2026-11-24");
            trade.clock.to("2026-12-13");
            hub.engine().clockRun().run();
            hub.system("smtp").loseNextAnswer();
            hub.deliver("smtp", "reminder");
            trade.clock.forward(Duration.ofDays(1));
            hub.deliver("smtp", "reminder");

            assertThat(trade.mails.mails()).hasSize(1);
            assertThat(wanted(hub)).extracting(Wanted::state).containsExactly(WantedState.UNKNOWN);
        }
    }

    @Test
    void aCrashWhileSendingDoesNotSendAgain() {
        try (TestHub hub = trade.hub()) {
            day(hub, "2026-11-24");
            trade.clock.to("2026-12-13");
            hub.engine().clockRun().run();
            hub.system("smtp").dieAfterNextWrite();
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> hub.deliver("smtp", "reminder"))
                    .isInstanceOf(ScriptedSystem.Killed.class);
        }
        try (TestHub hub = trade.hub()) {
            hub.system("finance").unreachable(true);
            hub.deliver("smtp", "reminder");
            hub.system("finance").unreachable(false);
            trade.clock.forward(Duration.ofHours(1));
            hub.deliver("smtp", "reminder");

            assertThat(trade.mails.mails()).hasSize(1);
            assertThat(wanted(hub)).extracting(Wanted::state).containsExactly(WantedState.UNKNOWN);
        }
    }

    @Test
    void nobodysAddressIsSkippedWithItsReason() {
        trade.erp.change("employee", "S1", "mail", null);
        try (TestHub hub = trade.hub()) {
            day(hub, "2026-11-24");
            day(hub, "2026-12-13");

            assertThat(wanted(hub).get(0).state()).isEqualTo(WantedState.SKIPPED);
            assertThat(wanted(hub).get(0).reason().en()).contains("address");
        }
    }

    @Test
    void whereSendingIsSwitchedOffNothingIsSent() {
        trade.edit(
                "config/systems/smtp.system.yaml",
                "{enabled: true, by: 王芳, since: \"2026-11-20\", plan: p1}",
                "{enabled: false}");
        try (TestHub hub = trade.hub()) {
            day(hub, "2026-11-24");
            day(hub, "2026-12-13");

            assertThat(trade.mails.mails()).isEmpty();
        }
    }

    @Test
    void theRuleThatRemindedIsKnownAsOneOfTheReceivable() {
        try (TestHub hub = trade.hub()) {
            day(hub, "2026-11-24");
            day(hub, "2026-12-13");

            assertThat(hub.books().firings().of(hub.golden("receivable", "YS1").uid()))
                    .anyMatch(spoken -> spoken.entity().equals("receivable")
                            && spoken.effect().equals("remind"));
        }
    }
}
