package io.hefu.promises;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Promise 10: no reminder while a payment may have come of which the hub could not read enough. */
class UnseenReceiptsTest {
    @TempDir
    Path folder;

    private Trade trade;

    @BeforeEach
    void company() {
        trade = new Trade(folder);
        trade.clock.to("2026-11-24");
        trade.erp.put("employee", "code", "S1", "name", "陈志远", "mail", "chen@heyuan.example");
        trade.erp.put("customer", "id", "1", "number", "C1", "name", "蓝海电子", "salesman", "S1");
        trade.finance.put(
                "receivable",
                "no",
                "YS1",
                "client",
                "C1",
                "due",
                "20261220",
                "gross",
                "100.00",
                "open",
                "100.00",
                "hold",
                0);
    }

    private void readAll(TestHub hub) {
        hub.engine().readingOrder().forEach(flow -> hub.read(flow.system(), flow.entity()));
    }

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
