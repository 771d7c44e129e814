package io.hefu.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hefu.ledger.Equation;
import io.hefu.ledger.Flow;
import io.hefu.ledger.ParkedRecord;
import io.hefu.systems.SystemFault;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Promise 1: each record read has one disposition, and nothing that a source holds is lost. */
class NothingLostTest {
    private static final String CUSTOMERS = "mappings/erp/customer.mapping.yaml";

    @TempDir
    Path folder;

    Trade trade;

    @BeforeEach
    void company() {
        trade = new Trade(folder);
    }

    @Test
    void everyRecordOfABatchHasOneDisposition() {
        trade.edit(
                CUSTOMERS,
                "batch: 100",
                "batch: 100, only: {when: \"row.city != '测试'\", why: 测试数据, by: 王芳, decided: \"2026-11-20\"}");
        trade.edit(CUSTOMERS, "city: city", "city: city\n  currency: {from: credit, codes: {人民币: CNY}}");
        trade.edit(CUSTOMERS, "  creditLimit: {from: credit, currency: CNY}\n", "");
        trade.erp.put("customer", "id", "1", "number", "C1", "name", "蓝海电子");
        trade.erp.put("customer", "id", "2", "number", "C2", "name", "不认识的币种", "credit", "火星币");
        trade.erp.put("customer", "id", "3", "number", "C3", "name", "等上级", "parent", "99");
        trade.erp.put("customer", "id", "4", "number", "C4", "name", "不要的", "city", "测试");

        try (TestHub hub = trade.hub()) {
            assertThat(hub.read("erp", "customer")).isEqualTo(new Equation(4, 1, 0, 1, 1, 1, 0, 0, 0, 0));
        }
    }

    @Test
    void theEquationOfEveryBatchIsStored() {
        IntStream.range(0, 250)
                .forEach(i -> trade.erp.put("customer", "id", "k" + i, "number", "C" + i, "name", "公司" + i));

        try (TestHub hub = trade.hub()) {
            Equation read = hub.read("erp", "customer");

            assertThat(hub.books().ledger().batches().totals().get(new Flow("erp", "customer")))
                    .isEqualTo(read);
        }
    }

    @Test
    void whatTheOverlapReadsAgainIsUnchanged() {
        trade.edit(CUSTOMERS, "overlap: 0s", "overlap: 5m");
        trade.erp.put("customer", "id", "1", "number", "C1", "name", "蓝海电子");

        try (TestHub hub = trade.hub()) {
            hub.read("erp", "customer");

            assertThat(hub.read("erp", "customer")).isEqualTo(new Equation(1, 0, 1, 0, 0, 0, 0, 0, 0, 0));
        }
    }

    @Test
    void aKeyThatASweepMeetsTwiceIsCountedTwiceAndKnownOnce() {
        trade.erp.execute("create view doubled as select * from customer union all select * from customer");
        trade.edit(CUSTOMERS, "resource: customer", "resource: doubled");
        trade.erp.put("customer", "id", "1", "number", "C1", "name", "蓝海电子");

        try (TestHub hub = trade.hub()) {
            assertThat(hub.sweep("erp", "customer").read()).isEqualTo(2);
            assertThat(hub.goldens("customer")).hasSize(1);
        }
    }

    @Test
    void aRowWithoutAKeyStopsNoSweep() {
        trade.erp.execute("create view keyless as select nullif(id, '0') as id, number, name, tax, phone, mail, city,"
                + " parent, salesman, credit, changed from customer");
        trade.edit(CUSTOMERS, "resource: customer", "resource: keyless");
        trade.erp.put("customer", "id", "0", "number", "C0", "name", "没有键");
        trade.erp.put("customer", "id", "1", "number", "C1", "name", "蓝海电子");

        try (TestHub hub = trade.hub()) {
            Equation swept = hub.sweep("erp", "customer");

            assertThat(swept.applied()).isEqualTo(1);
            assertThat(swept.quarantined()).isEqualTo(1);
        }
    }

    @Test
    void aCommitThatCameLateInTheSourceIsFoundByTheNextSweep() {
        trade.erp.put("customer", "id", "2", "number", "C2", "name", "先到", "changed", 20);
        try (TestHub hub = trade.hub()) {
            hub.read("erp", "customer");
            trade.erp.put("customer", "id", "1", "number", "C1", "name", "迟到", "changed", 10);

            assertThat(hub.read("erp", "customer").applied()).isZero();
            assertThat(hub.sweep("erp", "customer").applied()).isEqualTo(1);
        }
    }

    @Test
    void aCompleteSweepFindsDeletions() {
        trade.erp.put("customer", "id", "1", "number", "C1", "name", "蓝海电子");
        trade.erp.put("customer", "id", "2", "number", "C2", "name", "远洋");
        try (TestHub hub = trade.hub()) {
            hub.read("erp", "customer");
            trade.erp.delete("customer", "id = '1'");

            assertThat(hub.sweep("erp", "customer").deleted()).isEqualTo(1);
            assertThat(hub.goldens("customer")).hasSize(1);
            assertThat(hub.link("erp", "customer", "1").present()).isFalse();
        }
    }

    @Test
    void anIncompleteSweepDeletesNothing() {
        IntStream.range(0, 250)
                .forEach(i -> trade.erp.put("customer", "id", "k" + i, "number", "C" + i, "name", "公司" + i));
        try (TestHub hub = trade.hub()) {
            hub.read("erp", "customer");
            trade.erp.delete("customer", "id = 'k0'");
            hub.system("erp").breakReadingAfter(2);

            assertThatThrownBy(() -> hub.sweep("erp", "customer")).isInstanceOf(SystemFault.class);
            assertThat(hub.goldens("customer")).hasSize(250);
        }
    }

    @Test
    void aFirstReadingThatWasCutOffIsCompletedByTheNext() {
        IntStream.range(0, 250).forEach(i -> trade.crm.put("account", "number", "C" + i, "name", "公司" + i));
        try (TestHub hub = trade.hub()) {
            hub.system("crm").breakReadingAfter(1);
            assertThatThrownBy(() -> hub.read("crm", "customer")).isInstanceOf(SystemFault.class);
        }
        try (TestHub hub = trade.hub()) {
            assertThat(hub.engine().firstReading().missing()).contains(new Flow("crm", "customer"));

            hub.read("crm", "customer");

            assertThat(hub.goldens("customer")).hasSize(250);
            assertThat(hub.engine().firstReading().missing()).doesNotContain(new Flow("crm", "customer"));
        }
    }

    @Test
    void whatWasDeletedAndReturnsIsTheSameThing() {
        trade.erp.put("customer", "id", "1", "number", "C1", "name", "蓝海电子");
        try (TestHub hub = trade.hub()) {
            hub.read("erp", "customer");
            var uid = hub.golden("customer", "C1").uid();
            trade.erp.delete("customer", "id = '1'");
            hub.sweep("erp", "customer");
            trade.erp.put("customer", "id", "1", "number", "C1", "name", "蓝海电子");
            hub.read("erp", "customer");

            assertThat(hub.golden("customer", "C1").uid()).isEqualTo(uid);
            assertThat(hub.link("erp", "customer", "1").present()).isTrue();
        }
    }

    @Test
    void aDeletionInOneSystemLeavesWhatTheOthersSay() {
        trade.erp.put("customer", "id", "1", "number", "C1", "name", "蓝海电子", "phone", "111");
        trade.crm.put("account", "id", 7, "number", "C1", "name", "蓝海", "phone", "222");
        try (TestHub hub = trade.hub()) {
            hub.read("erp", "customer");
            hub.read("crm", "customer");
            trade.erp.delete("customer", "id = '1'");
            hub.sweep("erp", "customer");

            assertThat(hub.value("customer", "C1", "phone")).contains("222");
        }
    }

    @Test
    void aSweepThatSeesEverythingIsRemembered() {
        trade.erp.put("customer", "id", "1", "number", "C1", "name", "蓝海电子");
        try (TestHub hub = trade.hub()) {
            hub.sweep("erp", "customer");

            assertThat(hub.books().ledger().sweeps().lastComplete(new Flow("erp", "customer")))
                    .isPresent();
        }
    }

    @Test
    void aQuarantinedVersionBlocksOnlyItself() {
        trade.erp.put("customer", "id", "1", "number", "C1", "name", "蓝海电子", "credit", "一大笔");
        trade.erp.put("customer", "id", "2", "number", "C2", "name", "远洋", "credit", "100.00");
        try (TestHub hub = trade.hub()) {
            assertThat(hub.read("erp", "customer").applied()).isEqualTo(1);
            trade.erp.change("customer", "1", "credit", "5000.00");

            assertThat(hub.read("erp", "customer").applied()).isEqualTo(1);
            assertThat(hub.parked("erp", "customer"))
                    .extracting(ParkedRecord::state)
                    .containsExactly(ParkedRecord.State.SUPERSEDED);
        }
    }

    @Test
    void retryingAVersionThatANewerOneSupersededChangesNothing() {
        trade.erp.put("customer", "id", "1", "number", "C1", "name", "蓝海电子", "credit", "一大笔");
        try (TestHub hub = trade.hub()) {
            hub.read("erp", "customer");
            List<ParkedRecord> older = hub.open("erp", "customer");
            trade.erp.change("customer", "1", "credit", "5000.00");
            hub.read("erp", "customer");

            hub.engine().resumer().resume(older);

            assertThat(hub.value("customer", "C1", "creditLimit").orElseThrow()).startsWith("5000");
        }
    }

    @Test
    void aSupersededVersionAmongThoseRetriedDoesNotHoldUpTheOthers() {
        trade.erp.put("customer", "id", "1", "number", "C1", "name", "蓝海电子", "parent", "9");
        trade.erp.put("customer", "id", "2", "number", "C2", "name", "远洋", "credit", "一大笔");
        try (TestHub hub = trade.hub()) {
            hub.read("erp", "customer");
            List<ParkedRecord> retried = hub.open("erp", "customer");
            trade.erp.change("customer", "2", "credit", "5000.00");
            hub.read("erp", "customer");
            trade.erp.put("customer", "id", "9", "number", "C9", "name", "集团");
            hub.engine().intake().read("erp", "customer");

            hub.engine().resumer().resume(retried);

            assertThat(hub.goldens("customer")).hasSize(3);
        }
    }

    @Test
    void whatIsParkedIsNotParkedAgainAtEveryPoll() {
        trade.edit(CUSTOMERS, "overlap: 0s", "overlap: 5m");
        trade.erp.put("customer", "id", "1", "number", "C1", "name", "蓝海电子", "credit", "一大笔");
        try (TestHub hub = trade.hub()) {
            hub.read("erp", "customer");
            hub.read("erp", "customer");

            assertThat(hub.parked("erp", "customer")).hasSize(1);
        }
    }

    @Test
    void aVersionThatWentBackToWhatIsKnownSupersedesTheParkedOne() {
        trade.erp.put("customer", "id", "1", "number", "C1", "name", "蓝海电子", "credit", "100.00");
        try (TestHub hub = trade.hub()) {
            hub.read("erp", "customer");
            trade.erp.change("customer", "1", "credit", "一大笔");
            hub.read("erp", "customer");
            trade.erp.change("customer", "1", "credit", "100.00");
            hub.read("erp", "customer");

            assertThat(hub.open("erp", "customer")).isEmpty();
        }
    }

    @Test
    void whatIsParkedOfADeletedRecordIsParkedNoLonger() {
        trade.erp.put("customer", "id", "1", "number", "C1", "name", "蓝海电子", "credit", "100.00");
        try (TestHub hub = trade.hub()) {
            hub.read("erp", "customer");
            trade.erp.change("customer", "1", "credit", "一大笔");
            hub.read("erp", "customer");
            trade.erp.delete("customer", "id = '1'");
            hub.sweep("erp", "customer");

            assertThat(hub.open("erp", "customer")).isEmpty();
        }
    }

    @Test
    void anotherVersionOfTheMappingReadsEverythingAnew() {
        trade.erp.put("customer", "id", "1", "number", "C1", "name", "蓝海电子", "city", "深圳");
        try (TestHub hub = trade.hub()) {
            hub.read("erp", "customer");
        }
        trade.edit(CUSTOMERS, "city: city", "address: city");
        trade.edit(CUSTOMERS, "update: [name, phone, mail, city]", "update: [name, phone, mail]");
        try (TestHub hub = trade.hub()) {
            assertThat(hub.read("erp", "customer").applied()).isEqualTo(1);
            assertThat(hub.value("customer", "C1", "address")).contains("深圳");
        }
    }
}
