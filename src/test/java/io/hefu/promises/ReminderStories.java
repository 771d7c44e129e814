package io.hefu.promises;

import io.hefu.delivery.Wanted;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What stories of reminders begin with: one receivable, and a clock that goes from day to day. */
abstract class ReminderStories {
    @TempDir
    Path folder;

    Trade trade;

    @BeforeEach
    void company() {
        trade = new Trade(folder);
        trade.clock.to("2026-11-24");
        trade.erp.put("employee", "code", "S1", "name", "陈志远", "mail", "chen@heyuan.example");
        trade.erp.put("customer", "id", "1", "number", "C1", "name", "蓝海电子", "salesman", "S1");
        receivable("20261220");
    }

    void receivable(String due) {
        receivable("YS1", due);
    }

    void receivable(String number, String due) {
        trade.finance.put(
                "receivable",
                "no",
                number,
                "client",
                "C1",
                "due",
                due,
                "gross",
                "14464.00",
                "open",
                "14464.00",
                "hold",
                0);
    }

    void readAll(TestHub hub) {
        hub.engine().readingOrder().forEach(flow -> hub.read(flow.system(), flow.entity()));
    }

    void day(TestHub hub, String date) {
        trade.clock.to(date);
        readAll(hub);
        hub.engine().clockRun().run();
        hub.deliver("smtp", "reminder");
    }

    List<String> steps(TestHub hub) {
        return hub.goldens("reminder").stream()
                .map(reminder -> reminder.merged().find("step", String.class).orElseThrow())
                .toList();
    }

    List<Wanted> wanted(TestHub hub) {
        return hub.goldens("reminder").stream()
                .flatMap(reminder -> hub.books().wanted().of(reminder.uid()).stream())
                .toList();
    }
}
