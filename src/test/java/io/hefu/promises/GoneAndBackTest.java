package io.hefu.promises;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a system deletes is gone, whatever the hub added to it; what it makes again lives, under whichever key. */
class GoneAndBackTest {
    @TempDir
    Path folder;

    private Trade trade;

    @BeforeEach
    void company() {
        trade = new Trade(folder);
        trade.erp.put("customer", "id", "1", "number", "C1", "name", "蓝海电子", "phone", "110");
        trade.erp.put("customer", "id", "2", "number", "C2", "name", "合源贸易", "phone", "220");
    }

    @Test
    void anOrderThatTheErpDeletesIsDeletedThoughTheHubGaveItAPlan() {
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
                "100.00",
                "terms",
                "NET30");
        trade.erp.put(
                "sales_order",
                "no",
                "D2",
                "customer",
                "1",
                "day",
                "20261101",
                "state",
                "A",
                "gross",
                "100.00",
                "terms",
                "NET30");
        try (TestHub hub = trade.hub()) {
            hub.settle();
            assertThat(hub.golden("order", "D1")
                            .merged()
                            .list(hub.entity("order").field("paymentPlan")))
                    .hasSize(1);
            trade.erp.delete("sales_order", "no = 'D1'");
            hub.sweep("erp", "order");

            assertThat(hub.goldens("order")).hasSize(1);
            assertThat(hub.all("order")).hasSize(2);
        }
    }

    @Test
    void aCustomerThatTheErpDeletedAndMadeAgainUnderAnotherKeyLivesAgain() {
        try (TestHub hub = trade.hub()) {
            hub.read("erp", "customer");
            trade.erp.delete("customer", "id = '1'");
            hub.sweep("erp", "customer");
            assertThat(hub.goldens("customer")).hasSize(1);

            trade.erp.put("customer", "id", "9", "number", "C1", "name", "蓝海电子", "phone", "119");
            hub.sweep("erp", "customer");

            assertThat(hub.goldens("customer")).hasSize(2);
            assertThat(hub.value("customer", "C1", "phone")).contains("119");
            assertThat(hub.link("erp", "customer", "9").primary()).isTrue();
        }
    }

    @Test
    void aCustomerThatTheErpMovedToAnotherKeyIsNotDeleted() {
        try (TestHub hub = trade.hub()) {
            hub.read("erp", "customer");
            trade.erp.delete("customer", "id = '1'");
            trade.erp.put("customer", "id", "9", "number", "C1", "name", "蓝海电子", "phone", "119");
            hub.sweep("erp", "customer");
            hub.sweep("erp", "customer");

            assertThat(hub.goldens("customer")).hasSize(2);
            assertThat(hub.value("customer", "C1", "phone")).contains("119");
        }
    }
}
