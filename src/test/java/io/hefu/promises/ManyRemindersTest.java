package io.hefu.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.hefu.delivery.WantedState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many reminders that are due at once go out as one does: each once, none in doubt without cause. */
class ManyRemindersTest {
    private static final int MANY = 230;

    @TempDir
    Path folder;

    @Test
    void aDayOnWhichHundredsAreDueRemindsOfEachOnce() {
        Trade trade = new Trade(folder);
        trade.erp.put("employee", "code", "S1", "name", "陈志远", "mail", "chen@heyuan.example");
        trade.erp.put("customer", "id", "1", "number", "C1", "name", "蓝海电子", "salesman", "S1");
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            rows.add(new Object[] {"YS" + i, "C1", "20261220", "100.00", "100.00", 0});
        }
        trade.finance.load(
                "insert into receivable (no, client, due, gross, open, hold) values (?, ?, ?, ?, ?, ?)", rows);
        trade.clock.to("2026-11-24");
        try (TestHub hub = trade.hub()) {
            hub.engine().readingOrder().forEach(flow -> hub.read(flow.system(), flow.entity()));
            trade.clock.to("2026-12-13");
            hub.engine().clockRun().run();
            hub.deliver("smtp", "reminder");
            hub.deliver("smtp", "reminder");

            assertThat(trade.mails.mails()).hasSize(MANY);
            assertThat(hub.books().wanted().counts()).noneMatch(count -> count.state() == WantedState.UNKNOWN);
        }
    }
}
