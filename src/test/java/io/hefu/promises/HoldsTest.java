package io.hefu.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.hefu.console.Matter;
import io.hefu.console.Matters;
import io.hefu.console.Warnings;
import io.hefu.definition.Text;
import io.hefu.golden.HeldField;
import io.hefu.ledger.Change;
import io.hefu.rules.FiringTables;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a rule holds keeps its former value while all else flows, until the reason is gone or a person decides. */
class HoldsTest {
    @TempDir
    Path folder;

    Trade trade;

    @BeforeEach
    void company() {
        trade = new Trade(folder);
        trade.system("crm", "customer", "opportunity");
        trade.crm.put("account", "id", 1, "number", "C1", "name", "蓝海电子");
        trade.crm.put("lead", "no", "SJ1", "account", "1", "stage", "需求确认", "title", "温控器", "amount", "100.00");
    }

    private TestHub known() {
        TestHub hub = trade.hub();
        hub.settle();
        return hub;
    }

    private Optional<String> stage(TestHub hub) {
        return hub.value("opportunity", "SJ1", "stage");
    }

    @Test
    void aStageWithoutItsDocumentIsHeldAndTheOtherFieldsFlow() {
        try (TestHub hub = known()) {
            trade.crm.execute("update lead set stage = '已报价', title = '新名称'");

            assertThat(hub.read("crm", "opportunity").held()).isEqualTo(1);
            assertThat(stage(hub)).contains("need-confirmed");
            assertThat(hub.value("opportunity", "SJ1", "name")).contains("新名称");
        }
    }

    @Test
    void aHeldFieldSaysWhyItIsHeld() {
        try (TestHub hub = known()) {
            trade.crm.change("lead", "SJ1", "stage", "已报价");
            hub.read("crm", "opportunity");

            HeldField held = hub.books()
                    .goldens()
                    .holdsOf(hub.golden("opportunity", "SJ1").uid())
                    .get(0);
            assertThat(held.rule()).isEqualTo("offer-needs-pdf");
            assertThat(held.reason().zh()).isNotBlank();
        }
    }

    private void mode(String file, String mode) {
        trade.edit("config/rules/" + file, "mode: enforce", "mode: " + mode);
    }

    private static List<Matter> warnings(TestHub hub) {
        return new Matters(hub.books())
                .list(new Matters.Filter(Optional.of(Matter.Kind.WARNING), Optional.empty(), Optional.empty(), 10));
    }

    private static Optional<String> observed(TestHub hub) {
        return new Warnings(hub.books()).observed().map(Text::en);
    }

    @Test
    void aRuleThatObservesIsOnlyCounted() {
        mode("stages.rules.yaml", "observe");
        try (TestHub hub = known()) {
            trade.crm.change("lead", "SJ1", "stage", "已报价");
            hub.read("crm", "opportunity");

            assertThat(stage(hub)).contains("offer");
            assertThat(observed(hub)).contains("rules that only observe: offer-needs-pdf would hold 1");
            assertThat(new Matters(hub.books()).list(Matters.Filter.all(10))).isEmpty();
            trade.crm.change("lead", "SJ1", "stage", "需求确认");
            hub.read("crm", "opportunity");
            assertThat(observed(hub)).isEmpty();
        }
    }

    @Test
    void aRuleThatWarnsIsShownUntilItNoLongerFires() {
        mode("stages.rules.yaml", "warn");
        try (TestHub hub = known()) {
            trade.crm.change("lead", "SJ1", "stage", "已报价");
            hub.read("crm", "opportunity");

            assertThat(stage(hub)).contains("offer");
            assertThat(observed(hub)).isEmpty();
            assertThat(warnings(hub)).singleElement().satisfies(warning -> {
                assertThat(warning.what()).contains("SJ1");
                assertThat(warning.reason().en())
                        .contains("The stage “offer” needs the offer as a PDF", "would be held", "offer-needs-pdf");
            });
            trade.crm.change("lead", "SJ1", "amount", "200.00");
            hub.read("crm", "opportunity");
            assertThat(warnings(hub)).hasSize(1);
            trade.crm.change("lead", "SJ1", "stage", "需求确认");
            hub.read("crm", "opportunity");
            assertThat(warnings(hub)).isEmpty();
        }
    }

    @Test
    void whatARuleObservedIsShownAsSoonAsItWarns() {
        mode("stages.rules.yaml", "observe");
        try (TestHub hub = known()) {
            trade.crm.change("lead", "SJ1", "stage", "已报价");
            hub.read("crm", "opportunity");
        }
        trade.edit("config/rules/stages.rules.yaml", "mode: observe", "mode: warn");
        try (TestHub hub = trade.hub()) {
            assertThat(warnings(hub)).hasSize(1);
        }
    }

    @Test
    void aDeletedRecordIsNotWarnedOf() {
        mode("stages.rules.yaml", "warn");
        try (TestHub hub = known()) {
            trade.crm.change("lead", "SJ1", "stage", "已报价");
            hub.read("crm", "opportunity");
            trade.crm.delete("lead", "no = 'SJ1'");
            hub.sweep("crm", "opportunity");

            assertThat(warnings(hub)).isEmpty();
        }
    }

    @Test
    void anIllegalJumpIsCountedWhereTheModelObserves() {
        mode("sales-stage.stages.yaml", "observe");
        try (TestHub hub = known()) {
            trade.crm.change("lead", "SJ1", "stage", "谈判");
            hub.read("crm", "opportunity");

            assertThat(stage(hub)).contains("negotiation");
            assertThat(observed(hub)).contains("rules that only observe: stage-transition would hold 1");
            assertThat(warnings(hub)).isEmpty();
        }
    }

    @Test
    void anIllegalJumpIsShownUntilTheNextMoveWhereTheModelWarns() {
        mode("sales-stage.stages.yaml", "warn");
        try (TestHub hub = known()) {
            trade.crm.change("lead", "SJ1", "stage", "谈判");
            hub.read("crm", "opportunity");
            trade.crm.change("lead", "SJ1", "amount", "200.00");
            hub.read("crm", "opportunity");

            assertThat(stage(hub)).contains("negotiation");
            assertThat(warnings(hub))
                    .singleElement()
                    .satisfies(
                            warning -> assertThat(warning.reason().en()).contains("cannot move", "stage-transition"));
            trade.crm.change("lead", "SJ1", "stage", "输单");
            hub.read("crm", "opportunity");
            assertThat(warnings(hub)).isEmpty();
        }
    }

    @Test
    void anIllegalJumpIsHeld() {
        try (TestHub hub = known()) {
            trade.crm.change("lead", "SJ1", "stage", "谈判");
            hub.read("crm", "opportunity");

            assertThat(stage(hub)).contains("need-confirmed");
        }
    }

    @Test
    void aHeldValueIsNotCorrectedInTheSystemThatSaidIt() {
        try (TestHub hub = known()) {
            trade.crm.change("lead", "SJ1", "stage", "已报价");
            hub.settle();

            assertThat(trade.crm.value("select stage from lead")).isEqualTo("已报价");
        }
    }

    @Test
    void aHoldStaysWhileOtherFieldsChange() {
        try (TestHub hub = known()) {
            trade.crm.change("lead", "SJ1", "stage", "已报价");
            hub.read("crm", "opportunity");
            trade.crm.change("lead", "SJ1", "amount", "200.00");
            hub.read("crm", "opportunity");

            assertThat(stage(hub)).contains("need-confirmed");
            assertThat(hub.golden("opportunity", "SJ1").holds()).hasSize(1);
        }
    }

    @Test
    void aHoldGoesByItselfWhenTheSourceTakesItsWordBack() {
        try (TestHub hub = known()) {
            trade.crm.change("lead", "SJ1", "stage", "已报价");
            hub.read("crm", "opportunity");
            trade.crm.change("lead", "SJ1", "stage", "需求确认");
            hub.read("crm", "opportunity");

            assertThat(hub.golden("opportunity", "SJ1").holds()).isEmpty();
        }
    }

    @Test
    void aHoldGoesByItselfWhenItsReasonIsGone() {
        trade.edit(
                "config/rules/stages.rules.yaml",
                "    record.stage == 'offer' &&\n    !record.documents.exists(d, has(d.kind) && d.kind == 'offer' && has(d.mediaType) && d.mediaType == 'application/pdf')",
                "    record.stage == 'offer' && has(record.expected) && record.expected.isPositive()");
        trade.edit(
                "config/rules/stages.rules.yaml",
                "{given: {stage: offer, documents: []}, expect: hold}",
                "{given: {stage: offer, expected: 1.00 CNY}, expect: hold}");
        trade.edit(
                "config/rules/stages.rules.yaml",
                "{given: {stage: offer, documents: [{sha256: a1, kind: offer, mediaType: image/png}]}, expect: hold}",
                "{given: {stage: offer, expected: 2.00 CNY}, expect: hold}");
        trade.edit(
                "config/rules/stages.rules.yaml",
                "{given: {stage: offer, documents: [{sha256: a1, kind: contract, mediaType: application/pdf}]}, expect: hold}",
                "{given: {stage: offer, expected: 3.00 CNY}, expect: hold}");
        try (TestHub hub = known()) {
            trade.crm.change("lead", "SJ1", "stage", "已报价");
            hub.read("crm", "opportunity");
            trade.crm.change("lead", "SJ1", "amount", "0.00");
            hub.read("crm", "opportunity");

            assertThat(stage(hub)).contains("offer");
        }
    }

    @Test
    void aPersonReleasesAHold() {
        try (TestHub hub = known()) {
            trade.crm.change("lead", "SJ1", "stage", "已报价");
            hub.read("crm", "opportunity");
            hub.releases().release(hub.golden("opportunity", "SJ1").uid(), "stage", "王芳", "客户已口头确认");

            assertThat(stage(hub)).contains("offer");
        }
    }

    @Test
    void aReleasedValueStaysReleased() {
        try (TestHub hub = known()) {
            trade.crm.change("lead", "SJ1", "stage", "已报价");
            hub.read("crm", "opportunity");
            hub.releases().release(hub.golden("opportunity", "SJ1").uid(), "stage", "王芳", "客户已口头确认");
            trade.crm.change("lead", "SJ1", "amount", "200.00");
            hub.read("crm", "opportunity");

            assertThat(stage(hub)).contains("offer");
        }
    }

    @Test
    void aPersonDiscardsAHoldAndTheSystemThatSaidItIsCorrected() {
        trade.crm.execute("update lead set stage = '待联系'");
        try (TestHub hub = known()) {
            trade.crm.change("lead", "SJ1", "stage", "已报价");
            hub.read("crm", "opportunity");
            hub.releases().discard(hub.golden("opportunity", "SJ1").uid(), "stage", "王芳", "填错了");
            hub.settle();

            assertThat(hub.golden("opportunity", "SJ1").holds()).isEmpty();
            assertThat(trade.crm.value("select stage from lead")).isEqualTo("待联系");
        }
    }

    @Test
    void theChangeLogKeepsWhatWasBeforeAndWhatWasHeld() {
        try (TestHub hub = known()) {
            trade.crm.execute("update lead set stage = '已报价', title = '新名称'");
            hub.read("crm", "opportunity");

            var uid = hub.golden("opportunity", "SJ1").uid();
            Change change = hub.books().ledger().changes().history(uid).get(0);
            assertThat(change.fields())
                    .anySatisfy(field -> {
                        assertThat(field.field()).isEqualTo("name");
                        assertThat(field.before()).contains("温控器");
                        assertThat(field.after()).contains("新名称");
                        assertThat(field.system()).isEqualTo("crm");
                    })
                    .anySatisfy(field -> assertThat(field.kind()).isEqualTo(Change.Kind.HELD));
        }
    }

    @Test
    void theRuleThatSpokeIsKnown() {
        try (TestHub hub = known()) {
            trade.crm.change("lead", "SJ1", "stage", "已报价");
            hub.read("crm", "opportunity");

            assertThat(hub.books().firings().of(hub.golden("opportunity", "SJ1").uid()))
                    .extracting(FiringTables.Spoken::rule)
                    .contains("offer-needs-pdf");
        }
    }

    @Test
    void everyValueSaysWhoSaidItWhenAndUnderWhichDefinitions() {
        try (TestHub hub = known()) {
            var opportunity = hub.golden("opportunity", "SJ1");
            var provenance = opportunity
                    .provenance(hub.entity("opportunity").field("name"))
                    .orElseThrow();
            var batch = hub.books().ledger().batches().find(provenance.batch()).orElseThrow();

            assertThat(provenance.system()).isEqualTo("crm");
            assertThat(batch.at()).isEqualTo(trade.clock.instant());
            assertThat(batch.definitions())
                    .isEqualTo(hub.books().snapshot().get().version());
        }
    }
}
