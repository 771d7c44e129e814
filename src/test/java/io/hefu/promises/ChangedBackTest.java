package io.hefu.promises;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Where the last to speak wins, a person who sets back in a target what the hub wrote there has spoken, and a target that
 * only repeats what the hub wrote has not.
 */
class ChangedBackTest {
    private static final String CUTTING =
            " on account when length(new.city) > 2 begin update account set city = substr(new.city, 1, 2)"
                    + " where id = new.id; end";

    @TempDir
    Path folder;

    Trade trade;

    @BeforeEach
    void company() {
        trade = new Trade(folder);
        trade.edit("mappings/dictionary/customer.dictionary.yaml", "authority: [erp, crm], example: 深圳", "example: 深圳");
    }

    private void crmSays(String city) {
        trade.crm.put("account", "number", "C1", "name", "蓝海电子", "city", city);
    }

    private void erpSays(String city) {
        trade.erp.put("customer", "id", "1", "number", "C1", "name", "蓝海电子", "city", city);
    }

    /** The CRM says its word first, the ERP another after it, and the CRM was told. */
    private TestHub told(String crm, String erp) {
        crmSays(crm);
        erpSays(erp);
        TestHub hub = trade.hub();
        hub.read("crm", "customer");
        hub.read("erp", "customer");
        hub.settle();
        return hub;
    }

    /** The customer is the ERP's alone, and the hub created it in the CRM. */
    private TestHub created(String city) {
        erpSays(city);
        TestHub hub = trade.hub();
        hub.settle();
        return hub;
    }

    private Object inCrm() {
        return trade.crm.value("select city from account");
    }

    private Object inErp() {
        return trade.erp.value("select city from customer");
    }

    @Test
    void whatAPersonSetsBackInTheTargetIsHeard() {
        try (TestHub hub = told("广州", "深圳")) {
            assertThat(inCrm()).isEqualTo("深圳");
            trade.crm.change("account", 1, "city", "广州");
            hub.settle();

            assertThat(inCrm()).isEqualTo("广州");
            assertThat(inErp()).isEqualTo("广州");
        }
    }

    @Test
    void setBackAgainAndAgainTheLastToSpeakWins() {
        try (TestHub hub = told("广州", "深圳")) {
            trade.crm.change("account", 1, "city", "广州");
            hub.settle();
            trade.erp.change("customer", "1", "city", "深圳");
            hub.settle();
            assertThat(inCrm()).isEqualTo("深圳");
            trade.crm.change("account", 1, "city", "广州");
            hub.settle();

            assertThat(inErp()).isEqualTo("广州");
        }
    }

    @Test
    void whatAPersonSetsBackInTheOtherSystemIsHeardToo() {
        crmSays("广州");
        erpSays("深圳");
        try (TestHub hub = trade.hub()) {
            hub.read("erp", "customer");
            hub.read("crm", "customer");
            hub.settle();
            assertThat(inErp()).isEqualTo("广州");
            trade.erp.change("customer", "1", "city", "深圳");
            hub.settle();

            assertThat(inCrm()).isEqualTo("深圳");
        }
    }

    @Test
    void aSweepHearsWhatWasSetBack() {
        try (TestHub hub = told("广州", "深圳")) {
            trade.crm.change("account", 1, "city", "广州");
            hub.sweep("crm", "customer");

            assertThat(hub.value("customer", "C1", "city")).contains("广州");
        }
    }

    @Test
    void aPlanShowsWhatFollowsFromIt() {
        try (TestHub hub = told("广州", "深圳")) {
            trade.crm.change("account", 1, "city", "广州");

            assertThat(hub.plan().lines())
                    .extracting(
                            line -> line.target() + " " + line.cells().get(0).after())
                    .containsExactly("erp 广州");
        }
    }

    @Test
    void whatAPersonSetsBackInARecordThatTheHubCreatedIsHeard() {
        try (TestHub hub = created("广州")) {
            trade.erp.change("customer", "1", "city", "深圳");
            hub.settle();
            assertThat(inCrm()).isEqualTo("深圳");
            trade.crm.change("account", 1, "city", "广州");
            hub.settle();

            assertThat(inErp()).isEqualTo("广州");
        }
    }

    @Test
    void theWordIsHeardOnceAndNotAgainWhenAnotherFieldChanges() {
        try (TestHub hub = told("广州", "深圳")) {
            trade.crm.change("account", 1, "city", "广州");
            hub.settle();
            trade.erp.change("customer", "1", "city", "上海");
            hub.read("erp", "customer");
            trade.crm.change("account", 1, "level", "A");
            hub.read("crm", "customer");

            assertThat(hub.value("customer", "C1", "city")).contains("上海");
        }
    }

    @Test
    void whatTheHubWroteIsNotTheTargetsWordWhenAnotherFieldChangesThere() {
        try (TestHub hub = told("广州", "深圳")) {
            trade.erp.change("customer", "1", "city", "上海");
            hub.read("erp", "customer");
            trade.crm.change("account", 1, "level", "A");
            hub.read("crm", "customer");

            assertThat(hub.value("customer", "C1", "city")).contains("上海");
            assertThat(hub.value("customer", "C1", "level")).contains("A");
        }
    }

    @Test
    void norWhatItWroteIntoARecordThatItCreated() {
        try (TestHub hub = created("深圳")) {
            trade.erp.change("customer", "1", "city", "上海");
            hub.read("erp", "customer");
            trade.crm.change("account", 1, "level", "A");
            hub.settle();

            assertThat(inErp()).isEqualTo("上海");
            assertThat(inCrm()).isEqualTo("上海");
        }
    }

    @Test
    void aPlanTakesAnEchoForAnEchoToo() {
        try (TestHub hub = created("深圳")) {
            trade.erp.change("customer", "1", "city", "上海");
            trade.crm.change("account", 1, "level", "A");

            assertThat(hub.plan().lines())
                    .extracting(
                            line -> line.target() + " " + line.cells().get(0).after())
                    .containsExactly("crm 上海");
        }
    }

    @Test
    void whatATargetCutDoesNotWinWhenAnotherFieldChangesThere() {
        trade.crm.execute("create trigger cutting after update of city" + CUTTING);
        try (TestHub hub = told("广州", "呼和浩特")) {
            assertThat(inCrm()).isEqualTo("呼和");
            trade.crm.change("account", 1, "level", "A");
            hub.settle();

            assertThat(inErp()).isEqualTo("呼和浩特");
            assertThat(hub.value("customer", "C1", "level")).contains("A");
            assertThat(hub.settle()).isEqualTo(1);
        }
    }

    @Test
    void norWhatItCutWhenTheRecordWasCreatedThere() {
        trade.crm.execute("create trigger cutting after insert" + CUTTING);
        try (TestHub hub = created("呼和浩特")) {
            assertThat(inCrm()).isEqualTo("呼和");
            trade.crm.change("account", 1, "level", "A");
            hub.settle();

            assertThat(inErp()).isEqualTo("呼和浩特");
            assertThat(hub.settle()).isEqualTo(1);
        }
    }

    @Test
    void whatATargetFillsInDoesNotWinOverWhatTheHubLearnedMeanwhile() {
        trade.crm.execute("create trigger filling after insert on account when new.city is null begin"
                + " update account set city = '未知' where id = new.id; end");
        trade.erp.put("customer", "id", "1", "number", "C1", "name", "蓝海电子");
        try (TestHub hub = trade.hub()) {
            hub.settle();
            assertThat(inCrm()).isEqualTo("未知");
            trade.erp.change("customer", "1", "city", "深圳");
            hub.read("erp", "customer");
            trade.crm.change("account", 1, "level", "A");
            hub.settle();

            assertThat(inErp()).isEqualTo("深圳");
            assertThat(inCrm()).isEqualTo("深圳");
        }
    }

    @Test
    void aPersonWhoMendsWhatTheTargetCutIsHeard() {
        trade.crm.execute("create trigger cutting after update of city" + CUTTING);
        try (TestHub hub = told("广州", "呼和浩特")) {
            trade.crm.change("account", 1, "city", "包头");
            hub.settle();

            assertThat(inErp()).isEqualTo("包头");
        }
    }

    @Test
    void whatTheHubWroteDoesNotBecomeTheWordOfAnAuthority() {
        trade.edit(
                "mappings/dictionary/customer.dictionary.yaml", "example: 深圳}", "authority: [crm, erp], example: 深圳}");
        try (TestHub hub = created("深圳")) {
            trade.crm.change("account", 1, "level", "A");
            hub.settle();
            trade.erp.change("customer", "1", "city", "上海");
            hub.settle();

            assertThat(inCrm()).isEqualTo("上海");
        }
    }

    @Test
    void whatTheTargetRepeatsStaysWhenTheOtherSystemDeletesTheRecord() {
        try (TestHub hub = created("深圳")) {
            trade.crm.change("account", 1, "level", "A");
            hub.settle();
            trade.erp.execute("delete from customer");
            hub.sweep("erp", "customer");
            hub.settle();

            assertThat(hub.value("customer", "C1", "city")).contains("深圳");
            assertThat(inCrm()).isEqualTo("深圳");
        }
    }

    @Test
    void aWriteThatWasNotConfirmedIsNoWordOfTheTarget() {
        try (TestHub hub = told("广州", "深圳")) {
            trade.erp.change("customer", "1", "city", "上海");
            hub.read("erp", "customer");
            hub.system("crm").twist((rows, write) -> {
                var written = write.write();
                trade.crm.change("account", 1, "level", "A");
                return written;
            });
            hub.deliver("crm", "customer");
            trade.erp.change("customer", "1", "city", "北京");
            hub.read("erp", "customer");
            hub.read("crm", "customer");
            trade.clock.forward(Duration.ofMinutes(1));
            hub.settle();

            assertThat(inErp()).isEqualTo("北京");
            assertThat(inCrm()).isEqualTo("北京");
        }
    }
}
