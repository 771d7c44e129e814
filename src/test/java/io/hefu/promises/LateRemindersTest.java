package io.hefu.promises;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an outage kept back is not sent when its words are no longer true. */
class LateRemindersTest {
    @TempDir
    Path folder;

    @Test
    void aReminderOfADateToComeIsNotSentWhenTheDateIsPast() {
        Trade trade = new Trade(folder);
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
        try (TestHub hub = trade.hub()) {
            hub.engine().readingOrder().forEach(flow -> hub.read(flow.system(), flow.entity()));
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

    @Test
    void aPlanInYenHasNoFractionsOfAYen() {
        Trade trade = new Trade(folder);
        trade.edit(
                "mappings/erp/order.mapping.yaml",
                "gross: {from: gross, currency: CNY}",
                "gross: {from: gross, currency: JPY}");
        trade.erp.put("customer", "id", "1", "number", "C1", "name", "蓝海电子");
        trade.erp.put(
                "sales_order",
                "no",
                "D1",
                "customer",
                "1",
                "day",
                "20261101",
                "state",
                "C",
                "gross",
                "1001.00",
                "terms",
                "D30N30");
        try (TestHub hub = trade.hub()) {
            hub.read("erp", "customer");
            hub.read("erp", "order");

            assertThat(hub.golden("order", "D1")
                            .merged()
                            .list(hub.entity("order").field("paymentPlan"))
                            .toString())
                    .contains("gross=300 JPY")
                    .contains("gross=701.00 JPY");
        }
    }
}
