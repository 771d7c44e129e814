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

    @Test
    void whatOneHubIsCreatingAnotherLeavesAloneThoughItChangesMeanwhile() {
        customer("1", "C1", "旧名");
        try (TestHub one = trade.hub();
                TestHub other = trade.hub()) {
            one.read("crm", "customer");
            one.read("erp", "customer");
            one.system("crm").twist((rows, write) -> {
                trade.erp.change("customer", "1", "name", "新名");
                other.read("erp", "customer");
                other.deliver("crm", "customer");
                return write.write();
            });
            one.deliver("crm", "customer");
            one.settle();

            assertThat(trade.crm.rows("account")).hasSize(1);
            assertThat(trade.crm.value("select name from account")).isEqualTo("新名");
        }
    }

    @Test
    void anOlderVersionNeverComesAfterTheNewerOneOfAnotherHub() {
        customer("1", "C1", "蓝海电子");
        try (TestHub one = trade.hub();
                TestHub other = trade.hub()) {
            one.settle();
            trade.erp.change("customer", "1", "name", "旧名");
            one.read("erp", "customer");
            one.system("finance").twist((rows, write) -> {
                trade.erp.change("customer", "1", "name", "新名");
                other.read("erp", "customer");
                other.deliver("finance", "customer");
                return write.write();
            });
            one.deliver("finance", "customer");
            one.settle();

            assertThat(trade.finance.value("select name from client")).isEqualTo("新名");
        }
    }
}
