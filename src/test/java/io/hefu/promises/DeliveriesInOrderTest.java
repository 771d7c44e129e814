package io.hefu.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.hefu.delivery.Wanted;
import io.hefu.delivery.WantedState;
import io.hefu.systems.WriteResult;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is told when: after what it refers to, after what the target already has, and once it is gone. */
class DeliveriesInOrderTest extends DeliveryStories {
    @Test
    void anAmountThatATargetCannotBeToldBlocksItsRecordAlone() {
        trade.finance.execute("create table credit (code text primary key, amount text, changed integer)");
        trade.file("mappings/finance/customer.mapping.yaml", """
                system: finance
                entity: customer
                fields: {number: code, creditLimit: {from: amount, currency: USD}}
                write: {resource: credit, key: code, create: {find: code}, update: [creditLimit]}
                """);
        trade.erp.put("customer", "id", "1", "number", "C1", "name", "蓝海电子", "credit", "100.00");
        customer("2", "C2", "远洋");
        try (TestHub hub = trade.hub()) {
            hub.read("erp", "customer");
            hub.deliver("finance", "customer");

            assertThat(trade.finance.rows("credit")).hasSize(1);
            assertThat(wanted(hub, "C1", "finance")).extracting(Wanted::state).containsExactly(WantedState.FAILED);
        }
    }

    @Test
    void aRecordIsToldOnceWhatItRefersToHasAKeyThere() {
        trade.erp.put("sales_order", "no", "SO1", "customer", "1", "day", "20261112", "state", "C", "gross", "100.00");
        customer("1", "C1", "蓝海电子");
        try (TestHub hub = trade.hub()) {
            hub.read("erp", "customer");
            hub.read("erp", "order");
            assertThat(hub.deliver("finance", "order").waiting()).isEqualTo(1);

            hub.deliver("finance", "customer");
            hub.deliver("finance", "order");

            assertThat(trade.finance.value("select client from sales_order")).isEqualTo("C1");
        }
    }

    @Test
    void aWaitingRecordWakesWhenTheKeyIsReadInTheTarget() {
        trade.system("crm", "opportunity").system("finance", "order");
        trade.file("mappings/finance/customer.mapping.yaml", """
                system: finance
                entity: customer
                read: {resource: client, key: code, changed: changed, overlap: 0s}
                fields: {number: code, name: name, taxNumber: tax, phone: phone}
                """);
        trade.erp.put("sales_order", "no", "SO1", "customer", "1", "day", "20261112", "state", "C", "gross", "100.00");
        customer("1", "C1", "蓝海电子");
        try (TestHub hub = trade.hub()) {
            hub.read("erp", "customer");
            hub.read("erp", "order");
            hub.deliver("finance", "order");
            trade.finance.put("client", "code", "C1", "name", "蓝海电子");
            hub.read("finance", "customer");
            hub.deliver("finance", "order");

            assertThat(trade.finance.rows("sales_order")).hasSize(1);
        }
    }

    @Test
    void nothingIsCreatedInATargetBeforeAllThatItHasIsRead() {
        customer("1", "C1", "蓝海电子");
        try (TestHub hub = trade.hub()) {
            hub.read("erp", "customer");
            hub.deliver("crm", "customer");
            assertThat(trade.crm.rows("account")).isEmpty();

            hub.read("crm", "customer");
            trade.clock.forward(Duration.ofMinutes(1));
            hub.deliver("crm", "customer");

            assertThat(trade.crm.rows("account")).hasSize(1);
        }
    }

    @Test
    void recordsThatReferToEachOtherWithinALoadAreAllTold() {
        trade.edit("mappings/crm/customer.mapping.yaml", "  level: level\n", "  level: level\n  parent: city\n");
        trade.edit("mappings/crm/customer.mapping.yaml", "  city: city\n", "");
        trade.edit(
                "mappings/crm/customer.mapping.yaml",
                "fields: [number, name, taxNumber, phone, mail, city]",
                "fields: [number, name, parent]");
        trade.edit(
                "mappings/crm/customer.mapping.yaml",
                "update: [number, name, phone, mail, city]",
                "update: [number, name]");
        trade.erp.put("customer", "id", "1", "number", "C1", "name", "子公司", "parent", "2");
        trade.erp.put("customer", "id", "2", "number", "C2", "name", "集团");
        try (TestHub hub = trade.hub()) {
            hub.read("erp", "customer");
            hub.read("crm", "customer");
            hub.deliver("crm", "customer");

            Object group = trade.crm.value("select id from account where number = 'C2'");
            assertThat(trade.crm.value("select city from account where number = 'C1'"))
                    .isEqualTo(group.toString());
        }
    }

    @Test
    void aDeletionReachesATargetThatDeletes() {
        customer("1", "C1", "蓝海电子");
        try (TestHub hub = trade.hub()) {
            hub.settle();
            trade.erp.delete("customer", "id = '1'");
            hub.sweep("erp", "customer");
            hub.settle();

            assertThat(trade.crm.rows("account")).isEmpty();
        }
    }

    @Test
    void whatSomebodyDeletedInTheTargetIsNotMadeAgainByItself() {
        customer("1", "C1", "蓝海电子");
        try (TestHub hub = trade.hub()) {
            hub.settle();
            trade.crm.delete("account", "number = 'C1'");
            hub.sweep("crm", "customer");
            trade.erp.change("customer", "1", "phone", "110");
            hub.settle();

            assertThat(trade.crm.rows("account")).isEmpty();
            assertThat(hub.goldens("customer")).hasSize(1);
        }
    }

    @Test
    void whatWasSentCanBeLookedUp() {
        customer("1", "C1", "蓝海电子");
        try (TestHub hub = trade.hub()) {
            hub.settle();
            trade.erp.change("customer", "1", "phone", "110");
            hub.settle();

            var entry = hub.books().deliveries().of("crm", "customer", 1).get(0);
            assertThat(entry.operation()).isEqualTo("update");
            assertThat(entry.before().orElseThrow()).contains("0755-1");
            assertThat(entry.after()).contains("110");
            assertThat(entry.version())
                    .isEqualTo(hub.link("crm", "customer", "1").deliveredVersion());
        }
    }

    @Test
    void aKeyThatIsAnotherRecordsThereIsNotTakenOver() {
        customer("1", "C1", "蓝海电子");
        try (TestHub hub = trade.hub()) {
            hub.settle();
            customer("2", "C2", "远洋");
            hub.read("erp", "customer");
            hub.system("crm").twist((rows, write) -> List.of(new WriteResult.Written("1")));
            hub.deliver("crm", "customer");

            assertThat(hub.link("crm", "customer", "1").uid())
                    .isEqualTo(hub.golden("customer", "C1").uid());
            assertThat(wanted(hub, "C2", "crm")).extracting(Wanted::state).containsExactly(WantedState.FAILED);
        }
    }
}
