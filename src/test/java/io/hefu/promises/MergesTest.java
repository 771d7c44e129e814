package io.hefu.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.hefu.crosswalk.Link;
import io.hefu.dictionary.Uid;
import io.hefu.golden.PossibleDuplicates;
import io.hefu.journey.RecordMerges.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The ERP knows 蓝海 as C1, the CRM as K77 with an opportunity: two things, until a person says that they are one, and again
 * when somebody finds that they were not.
 */
class MergesTest {
    @TempDir
    Path folder;

    Trade trade;

    @BeforeEach
    void company() {
        trade = new Trade(folder).system("crm", "opportunity");
        trade.erp.put("customer", "id", "1", "number", "C1", "name", "深圳市蓝海电子股份有限公司", "city", "深圳");
        trade.crm.put("account", "number", "K77", "name", "深圳蓝海电子", "phone", "0755-86000001", "level", "A");
        trade.crm.put("lead", "no", "SJ-1", "account", "1", "stage", "待联系", "title", "二期");
    }

    private static Outcome.Done merged(TestHub hub, Uid survivor, Uid absorbed) {
        Outcome outcome = hub.engine().merges().merge(survivor, absorbed, "王芳", "电话确认是同一家");
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return (Outcome.Done) outcome;
    }

    private static Outcome.Done merged(TestHub hub) {
        return merged(
                hub,
                hub.golden("customer", "C1").uid(),
                hub.golden("customer", "K77").uid());
    }

    @Test
    void twoThatAreOneSpeakWithOneVoice() {
        try (TestHub hub = trade.hub()) {
            hub.settle();
            Uid survivor = hub.golden("customer", "C1").uid();

            merged(hub);

            assertThat(hub.goldens("customer")).hasSize(1);
            assertThat(hub.value("customer", "C1", "name")).contains("深圳市蓝海电子股份有限公司");
            assertThat(hub.value("customer", "C1", "phone")).contains("0755-86000001");
            assertThat(hub.value("customer", "C1", "level")).contains("A");
            assertThat(hub.link("crm", "customer", "1"))
                    .returns(survivor, Link::uid)
                    .returns(true, Link::primary);
        }
    }

    @Test
    void whatReferredToTheAbsorbedOneRefersToTheSurvivor() {
        try (TestHub hub = trade.hub()) {
            hub.settle();
            Uid survivor = hub.golden("customer", "C1").uid();

            assertThat(merged(hub).references()).isEqualTo(1);

            assertThat(hub.value("opportunity", "SJ-1", "customer").orElse("")).contains(survivor.toString());
            trade.crm.put("lead", "no", "SJ-2", "account", "1", "stage", "待联系", "title", "三期");
            hub.settle();
            assertThat(hub.value("opportunity", "SJ-2", "customer").orElse("")).contains(survivor.toString());
        }
    }

    @Test
    void theCorrectionOfATargetWaitsAsAPlanWhereWritingIsOff() {
        try (TestHub hub = trade.hub()) {
            hub.settle();
            merged(hub);
            hub.settle();

            assertThat(trade.crm.value("select name from account")).isEqualTo("深圳蓝海电子");
            assertThat(hub.plan().lines().toString()).contains("深圳市蓝海电子股份有限公司");
        }
    }

    @Test
    void everyTargetIsCorrectedWhereWritingIsOn() {
        trade.system("crm", "customer", "opportunity");
        try (TestHub hub = trade.hub()) {
            hub.read("crm", "customer");
            hub.read("erp", "customer");
            merged(hub);
            hub.settle();

            assertThat(trade.crm.query("select number, name, city, phone from account"))
                    .containsExactly(
                            Map.of("number", "C1", "name", "深圳市蓝海电子股份有限公司", "city", "深圳", "phone", "0755-86000001"));
            assertThat(trade.finance.query("select code from client")).containsExactly(Map.of("code", "C1"));
        }
    }

    @Test
    void whoeverSaysTheAbsorbedOnesNumberMeansTheSurvivor() {
        try (TestHub hub = trade.hub()) {
            hub.settle();
            merged(hub);
            trade.erp.put("customer", "id", "9", "number", "K77", "name", "蓝海");
            hub.settle();

            assertThat(hub.goldens("customer")).hasSize(1);
            assertThat(hub.link("erp", "customer", "9").primary()).isFalse();
        }
    }

    @Test
    void bothAreAsBeforeWhenItIsUndone() {
        trade.system("crm", "customer", "opportunity");
        try (TestHub hub = trade.hub()) {
            hub.read("crm", "customer");
            hub.read("crm", "opportunity");
            hub.read("erp", "customer");
            Uid absorbed = hub.golden("customer", "K77").uid();
            Outcome.Done merge = merged(hub);
            hub.settle();

            Outcome undone = hub.engine().merges().split(merge.merge(), "王芳", "原来是两家");
            hub.settle();

            assertThat(undone).isInstanceOf(Outcome.Done.class);
            assertThat(hub.golden("customer", "K77").uid()).isEqualTo(absorbed);
            assertThat(hub.value("customer", "K77", "name")).contains("深圳蓝海电子");
            assertThat(hub.value("customer", "C1", "phone")).isEmpty();
            assertThat(hub.value("opportunity", "SJ-1", "customer").orElse("")).contains(absorbed.toString());
            assertThat(trade.crm.query("select number, name from account order by number"))
                    .containsExactly(
                            Map.of("number", "C1", "name", "深圳市蓝海电子股份有限公司"), Map.of("number", "K77", "name", "深圳蓝海电子"));
        }
    }

    @Test
    void whatASystemSaidSinceStaysItsOwnWhenItIsUndone() {
        try (TestHub hub = trade.hub()) {
            hub.settle();
            Outcome.Done merge = merged(hub);
            trade.crm.change("account", 1, "phone", "0755-99999999");
            hub.settle();

            hub.engine().merges().split(merge.merge(), "王芳", "原来是两家");

            assertThat(hub.value("customer", "K77", "phone")).contains("0755-99999999");
        }
    }

    @Test
    void twoThatWerePartedAreNotAskedOfAgain() {
        trade.crm.change("account", 1, "name", "深圳市蓝海电子股份有限公司");
        try (TestHub hub = trade.hub()) {
            hub.settle();
            assertThat(hub.books().duplicates().open(Optional.empty(), 10)).hasSize(1);
            Outcome.Done merge = merged(hub);
            hub.engine().merges().split(merge.merge(), "王芳", "同名的两家");

            assertThat(hub.books().duplicates().open(Optional.empty(), 10)).isEmpty();
        }
    }

    @Test
    void twoValidAndDifferentCreditCodesAreNeverOne() {
        trade.erp.change("customer", "1", "tax", TaxNumbers.of(1));
        trade.crm.change("account", 1, "tax", TaxNumbers.of(2));
        try (TestHub hub = trade.hub()) {
            hub.settle();

            Outcome outcome = hub.engine()
                    .merges()
                    .merge(
                            hub.golden("customer", "C1").uid(),
                            hub.golden("customer", "K77").uid(),
                            "王芳",
                            "误点");

            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Outcome.Refused.class,
                            refused -> assertThat(refused.why().zh())
                                    .contains(TaxNumbers.of(1), TaxNumbers.of(2), "两个法人"));
            assertThat(hub.goldens("customer")).hasSize(2);
        }
    }

    @Test
    void aChainOfMergesIsUndoneFromItsEnd() {
        trade.crm.put("account", "number", "K78", "name", "蓝海");
        try (TestHub hub = trade.hub()) {
            hub.settle();
            Outcome.Done first = merged(hub);
            Outcome.Done second = merged(
                    hub,
                    hub.golden("customer", "C1").uid(),
                    hub.golden("customer", "K78").uid());

            assertThat(hub.engine().merges().split(first.merge(), "王芳", "错")).isInstanceOf(Outcome.Refused.class);
            hub.engine().merges().split(second.merge(), "王芳", "错");
            hub.engine().merges().split(first.merge(), "王芳", "错");

            assertThat(hub.goldens("customer").stream()
                            .map(golden ->
                                    golden.merged().find("number", String.class).orElse("")))
                    .containsExactlyInAnyOrderElementsOf(List.of("C1", "K77", "K78"));
            assertThat(hub.link("crm", "customer", "2").primary()).isTrue();
        }
    }

    @Test
    void aLivingKeyTakesThePlaceOfOneThatItsSystemGaveUp() {
        trade.crm.put("account", "number", "K78", "name", "蓝海");
        try (TestHub hub = trade.hub()) {
            hub.settle();
            merged(hub);
            trade.crm.delete("account", "id = 1");
            hub.sweep("crm", "customer");
            merged(
                    hub,
                    hub.golden("customer", "C1").uid(),
                    hub.golden("customer", "K78").uid());
            trade.crm.change("account", 2, "level", "B");
            hub.read("crm", "customer");

            assertThat(hub.value("customer", "C1", "level")).contains("B");
            assertThat(hub.link("crm", "customer", "2").primary()).isTrue();
        }
    }

    @Test
    void whatWasDeletedMeanwhileComesBackAsDeleted() {
        try (TestHub hub = trade.hub()) {
            hub.settle();
            Uid absorbed = hub.golden("customer", "K77").uid();
            Outcome.Done merge = merged(hub);
            trade.crm.delete("account", "id = 1");
            hub.sweep("crm", "customer");

            hub.engine().merges().split(merge.merge(), "王芳", "原来是两家");

            assertThat(hub.books().goldens().find(absorbed).orElseThrow().deleted())
                    .isTrue();
            assertThat(hub.goldens("customer")).hasSize(1);
        }
    }

    @Test
    void whatReferredToItSinceGoesBackWithTheNextSweep() {
        try (TestHub hub = trade.hub()) {
            hub.settle();
            Uid absorbed = hub.golden("customer", "K77").uid();
            Outcome.Done merge = merged(hub);
            trade.crm.put("lead", "no", "SJ-2", "account", "1", "stage", "待联系", "title", "三期");
            hub.settle();
            hub.engine().merges().split(merge.merge(), "王芳", "原来是两家");
            hub.sweep("crm", "opportunity");

            assertThat(hub.value("opportunity", "SJ-2", "customer").orElse("")).contains(absorbed.toString());
        }
    }

    @Test
    void whatAPersonSaidOfTheAbsorbedOneStandsAgainWhenItComesBack() {
        trade.crm.put("account", "number", "K78", "name", "深圳蓝海电子");
        try (TestHub hub = trade.hub()) {
            hub.settle();
            PossibleDuplicates.Pair pair = hub
                    .books()
                    .duplicates()
                    .of(hub.golden("customer", "K77").uid())
                    .stream()
                    .filter(each ->
                            each.of().uid().equals(hub.golden("customer", "K78").uid())
                                    || each.of()
                                            .other()
                                            .equals(hub.golden("customer", "K78")
                                                    .uid()))
                    .findFirst()
                    .orElseThrow();
            hub.engine().merges().refuse(pair.of(), PossibleDuplicates.State.DIFFERENT, "王芳", "两家");
            Outcome.Done merge = merged(hub);
            hub.engine().merges().split(merge.merge(), "王芳", "错");

            assertThat(hub.books().duplicates().find(pair.id()).orElseThrow().state())
                    .isEqualTo(PossibleDuplicates.State.DIFFERENT);
        }
    }
}
