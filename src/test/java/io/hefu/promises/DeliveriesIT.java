package io.hefu.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.hefu.store.PostgresForTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same with the hub on PostgreSQL. */
class DeliveriesIT extends DeliveriesTest {
    @BeforeEach
    void onPostgres() {
        trade.hubIn(PostgresForTests.fresh());
    }

    @Test
    void twoHubsOfOneDatabaseTellATargetOnce() {
        for (int i = 0; i < 40; i++) {
            trade.erp.put("customer", "id", "k" + i, "number", "C" + i, "name", "公司" + i);
        }
        trade.edit("mappings/crm/customer.mapping.yaml", "find: number", "find: name");
        try (TestHub one = trade.hub();
                TestHub other = trade.hub()) {
            one.read("crm", "customer");
            one.read("erp", "customer");
            Together.run(() -> one.deliver("crm", "customer"), () -> other.deliver("crm", "customer"));
            one.settle();

            assertThat(trade.crm.rows("account")).hasSize(40);
        }
    }

    @Test
    void whatOneHubIsSendingAnotherLeavesAlone() {
        trade.erp.put("customer", "id", "1", "number", "C1", "name", "蓝海电子");
        try (TestHub one = trade.hub();
                TestHub other = trade.hub()) {
            one.read("crm", "customer");
            one.read("erp", "customer");
            one.system("crm").twist((rows, write) -> {
                other.deliver("crm", "customer");
                return write.write();
            });
            one.deliver("crm", "customer");

            assertThat(trade.crm.rows("account")).hasSize(1);
        }
    }
}
