package io.hefu.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.hefu.dictionary.Reference;
import io.hefu.dictionary.Uid;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reference to a record that is not known yet waits, and resumes by itself. */
class ReferencesWaitTest {
    @TempDir
    Path folder;

    private Trade trade;

    @BeforeEach
    void company() {
        trade = new Trade(folder);
    }

    private static Uid parent(TestHub hub, String number) {
        return ((Reference.Known) hub.golden("customer", number)
                        .merged()
                        .find(hub.entity("customer").field("parent"))
                        .orElseThrow())
                .uid();
    }

    @Test
    void aRecordThatWaitsForAKeyResumesWhenThatLinkAppears() {
        trade.erp.put("sales_order", "no", "SO1", "customer", "1", "day", "20261112");
        trade.erp.put("customer", "id", "1", "number", "C1", "name", "蓝海电子");
        try (TestHub hub = trade.hub()) {
            assertThat(hub.read("erp", "order").waiting()).isEqualTo(1);

            hub.read("erp", "customer");

            assertThat(hub.goldens("order")).hasSize(1);
            assertThat(hub.open("erp", "order")).isEmpty();
        }
    }

    @Test
    void aRecordThatWaitsForABusinessKeyResumesWhenItAppears() {
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
        trade.erp.put("customer", "id", "1", "number", "C1", "name", "蓝海电子");
        try (TestHub hub = trade.hub()) {
            assertThat(hub.read("finance", "receivable").waiting()).isEqualTo(1);

            hub.read("erp", "customer");

            assertThat(hub.goldens("receivable")).hasSize(1);
        }
    }

    @Test
    void aRecordThatWaitsForTwoThingsWaitsForBoth() {
        trade.erp.put("sales_order", "no", "SO1", "customer", "1", "day", "20261112", "salesman", "S1");
        trade.erp.put("customer", "id", "1", "number", "C1", "name", "蓝海电子");
        trade.erp.put("employee", "code", "S1", "name", "陈志远");
        try (TestHub hub = trade.hub()) {
            hub.read("erp", "order");
            hub.read("erp", "customer");
            assertThat(hub.goldens("order")).isEmpty();
            assertThat(hub.open("erp", "order")).hasSize(1);

            hub.read("erp", "employee");

            assertThat(hub.goldens("order")).hasSize(1);
        }
    }

    @Test
    void aChainOfWaitingRecordsResumesAsAWhole() {
        trade.finance.put("allocation", "no", "A1", "receipt", "SK1", "receivable", "YS1", "amount", "10.00");
        trade.finance.put("receipt", "no", "SK1", "client", "C1", "amount", "10.00");
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
                "90.00",
                "hold",
                0);
        trade.erp.put("customer", "id", "1", "number", "C1", "name", "蓝海电子");
        try (TestHub hub = trade.hub()) {
            hub.read("finance", "allocation");
            hub.read("finance", "receipt");
            hub.read("finance", "receivable");

            hub.read("erp", "customer");

            assertThat(hub.goldens("allocation")).hasSize(1);
        }
    }

    @Test
    void recordsOfOneBatchMayReferToEachOther() {
        trade.erp.put("customer", "id", "1", "number", "C1", "name", "子公司", "parent", "2");
        trade.erp.put("customer", "id", "2", "number", "C2", "name", "集团", "parent", "1");
        try (TestHub hub = trade.hub()) {
            assertThat(hub.read("erp", "customer").applied()).isEqualTo(2);
            assertThat(parent(hub, "C1")).isEqualTo(hub.golden("customer", "C2").uid());
        }
    }

    @Test
    void whatRefersToAWaitingRecordOfItsOwnBatchWaitsToo() {
        trade.erp.put("customer", "id", "1", "number", "C1", "name", "子公司", "parent", "2");
        trade.erp.put("customer", "id", "2", "number", "C2", "name", "集团", "salesman", "S1");
        trade.erp.put("employee", "code", "S1", "name", "陈志远");
        try (TestHub hub = trade.hub()) {
            assertThat(hub.read("erp", "customer").waiting()).isEqualTo(2);

            hub.read("erp", "employee");

            assertThat(parent(hub, "C1")).isEqualTo(hub.golden("customer", "C2").uid());
        }
    }

    @Test
    void recordsThatWaitForEachOtherAcrossBatchesDoNotGoRoundForever() {
        trade.edit("mappings/erp/customer.mapping.yaml", "batch: 100", "batch: 1");
        trade.erp.put("customer", "id", "1", "number", "C1", "name", "子公司", "parent", "2");
        trade.erp.put("customer", "id", "2", "number", "C2", "name", "集团", "parent", "1");
        try (TestHub hub = trade.hub()) {
            hub.read("erp", "customer");
            hub.engine().resumer().resumeArrived();

            assertThat(hub.goldens("customer")).hasSize(2);
            assertThat(parent(hub, "C1")).isEqualTo(hub.golden("customer", "C2").uid());
            assertThat(parent(hub, "C2")).isEqualTo(hub.golden("customer", "C1").uid());
        }
    }

    @Test
    void whatArrivedUnnoticedIsFoundByLookingThroughAllThatWaits() {
        trade.crm.put("lead", "no", "SJ1", "account", "1", "stage", "待联系", "title", "温控器");
        trade.erp.put("customer", "id", "1", "number", "C1", "name", "蓝海电子");
        try (TestHub hub = trade.hub()) {
            hub.read("crm", "opportunity");
            hub.read("erp", "customer");
            hub.read("crm", "customer");
            hub.deliver("crm", "customer");

            hub.engine().resumer().resumeArrived();

            assertThat(hub.goldens("opportunity")).hasSize(1);
        }
    }
}
