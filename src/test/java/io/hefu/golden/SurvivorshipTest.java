package io.hefu.golden;

import static io.hefu.golden.SampleDictionary.OPPORTUNITY;
import static io.hefu.golden.SampleDictionary.document;
import static io.hefu.golden.SampleDictionary.record;
import static org.assertj.core.api.Assertions.assertThat;

import io.hefu.dictionary.FieldType;
import io.hefu.dictionary.Money;
import io.hefu.dictionary.Record;
import io.hefu.dictionary.Record.Nothing;
import io.hefu.dictionary.Uid;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whose word counts, and what a hold keeps back. */
class SurvivorshipTest {
    private static final FieldType STAGE = OPPORTUNITY.field("stage");
    private static final FieldType PHONE = OPPORTUNITY.field("phone");
    private static final FieldType EXPECTED = OPPORTUNITY.field("expected");

    private static GoldenRecord said(String system, long batch, Object... pairs) {
        return Survivorship.create(
                Uid.create(), OPPORTUNITY, system, record(OPPORTUNITY, pairs), new Provenance(system, batch));
    }

    private static GoldenRecord then(GoldenRecord record, String system, long batch, Object... pairs) {
        return Survivorship.merge(record, system, record(OPPORTUNITY, pairs), new Provenance(system, batch));
    }

    private static Object value(GoldenRecord record, String field) {
        return record.merged().raw(OPPORTUNITY.field(field).index());
    }

    private static Money yuan(String amount) {
        return Money.of(amount, "CNY");
    }

    @Test
    void theAuthorityWinsOverALaterWordOfAnother() {
        GoldenRecord record = then(said("crm", 1, "stage", "offer"), "erp", 2, "stage", "signed");
        assertThat(value(record, "stage")).isEqualTo("offer");
        assertThat(record.provenance(STAGE)).contains(new Provenance("crm", 1));
    }

    @Test
    void aSystemOutsideTheAuthoritySpeaksOnlyUntilTheAuthorityDoes() {
        GoldenRecord record = said("erp", 1, "stage", "signed");
        assertThat(value(record, "stage")).isEqualTo("signed");
        assertThat(value(then(record, "crm", 2, "stage", "offer"), "stage")).isEqualTo("offer");
    }

    @Test
    void theSecondOfTheAuthorityIsAskedWhenTheFirstIsSilent() {
        GoldenRecord record = then(said("erp", 1, "expected", yuan("100")), "crm", 2, "number", "SJ-1");
        assertThat(value(record, "expected")).isEqualTo(yuan("100"));
    }

    @Test
    void aBlankThatWasAlwaysBlankLetsTheSecondOfTheAuthoritySpeak() {
        GoldenRecord record = then(said("erp", 1, "expected", yuan("100")), "crm", 2, "expected", Nothing.NULL);
        assertThat(value(record, "expected")).isEqualTo(yuan("100"));
    }

    @Test
    void aValueThatTheAuthorityClearsIsGoneWhateverTheSecondSays() {
        GoldenRecord record = then(said("erp", 1, "expected", yuan("100")), "crm", 2, "expected", yuan("90"));
        record = then(record, "crm", 3, "expected", Nothing.NULL);
        assertThat(value(record, "expected")).isEqualTo(Nothing.NULL);
        assertThat(record.provenance(EXPECTED)).contains(new Provenance("crm", 3));
    }

    @Test
    void theAuthoritysBlankWinsOverSystemsOutsideIt() {
        GoldenRecord record = then(said("erp", 1, "stage", "signed"), "crm", 2, "stage", Nothing.NULL);
        assertThat(value(record, "stage")).isEqualTo(Nothing.NULL);
    }

    @Test
    void withoutAuthorityTheLastToSpeakWins() {
        GoldenRecord record = then(said("crm", 1, "phone", "111"), "erp", 2, "phone", "222");
        assertThat(value(record, "phone")).isEqualTo("222");
        assertThat(value(then(record, "crm", 3, "phone", "333"), "phone")).isEqualTo("333");
    }

    @Test
    void repeatingAWordIsNotSpeaking() {
        GoldenRecord record = then(said("crm", 1, "phone", "111"), "erp", 2, "phone", "222");
        record = then(record, "crm", 3, "phone", "111", "number", "SJ-1");
        assertThat(value(record, "phone")).isEqualTo("222");
    }

    @Test
    void withoutAuthorityABlankNeverWipesAnothersValue() {
        GoldenRecord record = then(said("crm", 1, "phone", "111"), "erp", 2, "phone", Nothing.NULL);
        assertThat(value(record, "phone")).isEqualTo("111");
    }

    @Test
    void withoutAuthorityClearingAValueIsTheLastWord() {
        GoldenRecord record = then(said("crm", 1, "phone", "111"), "erp", 2, "phone", "222");
        assertThat(value(then(record, "erp", 3, "phone", Nothing.NULL), "phone"))
                .isEqualTo(Nothing.NULL);
    }

    @Test
    void anAbsentFieldKeepsTheFormerWord() {
        GoldenRecord record = then(said("crm", 1, "stage", "offer", "phone", "111"), "crm", 2, "phone", "222");
        assertThat(value(record, "stage")).isEqualTo("offer");
        assertThat(record.provenance(STAGE)).contains(new Provenance("crm", 1));
        assertThat(record.provenance(PHONE)).contains(new Provenance("crm", 2));
    }

    @Test
    void theSameWordsAgainChangeNothing() {
        GoldenRecord record = said("crm", 1, "stage", "offer", "probability", new BigDecimal("0.50"));
        assertThat(then(record, "crm", 2, "stage", "offer", "probability", new BigDecimal("0.5")))
                .isSameAs(record);
    }

    @Test
    void listsOfSeveralSystemsAreUnitedByTheKeysOfTheirElements() {
        GoldenRecord record = said("mailbox", 1, "documents", List.of(document("a", "size", 5L), document("b")));
        record = then(record, "crm", 2, "documents", List.of(document("c"), document("a", "name", "offer.pdf")));
        assertThat(record.merged().list(OPPORTUNITY.field("documents")))
                .containsExactly(document("c"), document("a", "name", "offer.pdf", "size", 5L), document("b"));
    }

    @Test
    void aListReplacesItsSystemsFormerListOnly() {
        GoldenRecord record = said("mailbox", 1, "documents", List.of(document("a")));
        record = then(record, "crm", 2, "documents", List.of(document("b"), document("c")));
        record = then(record, "crm", 3, "documents", List.of(document("c")));
        assertThat(record.merged().list(OPPORTUNITY.field("documents"))).containsExactly(document("c"), document("a"));
    }

    @Test
    void listsOutsideADeclaredAuthorityCountOnlyWhenItHasNone() {
        GoldenRecord record = said("erp", 1, "documents", List.of(document("x")));
        assertThat(record.merged().list(OPPORTUNITY.field("documents"))).containsExactly(document("x"));
        record = then(record, "crm", 2, "documents", List.of(document("a")));
        assertThat(record.merged().list(OPPORTUNITY.field("documents"))).containsExactly(document("a"));
    }

    @Test
    void elementsThatOneListRepeatsAreAllKept() {
        GoldenRecord record = said("erp", 1, "notes", List.of(document("a"), document("a")));
        record = then(record, "crm", 2, "notes", List.of(document("a")));
        assertThat(record.merged().list(OPPORTUNITY.field("notes"))).hasSize(2);
    }

    @Test
    void aHeldFieldKeepsItsFormerValueAndTheOthersFlow() {
        GoldenRecord before = Survivorship.settled(said("crm", 1, "stage", "need", "phone", "111"));
        GoldenRecord after = then(before, "crm", 2, "stage", "offer", "phone", "222");
        GoldenRecord held = Survivorship.hold(after, Optional.of(before), STAGE, "offer-needs-pdf");
        assertThat(value(held, "stage")).isEqualTo("need");
        assertThat(value(held, "phone")).isEqualTo("222");
        assertThat(held.holds()).containsExactly(new Hold(STAGE, "offer", "offer-needs-pdf", new Provenance("crm", 2)));
        assertThat(Survivorship.changed(before, held)).containsExactly(PHONE);
    }

    @Test
    void aNewRecordWithAHeldFieldHasNoValueThere() {
        GoldenRecord held = Survivorship.hold(said("crm", 1, "stage", "offer"), Optional.empty(), STAGE, "rule");
        assertThat(held.merged().has(STAGE)).isFalse();
        assertThat(value(Survivorship.release(held, STAGE), "stage")).isEqualTo("offer");
    }

    @Test
    void aReleasedHoldCountsAsAnyOtherWord() {
        GoldenRecord held = heldOffer();
        GoldenRecord released = Survivorship.release(held, STAGE);
        assertThat(value(released, "stage")).isEqualTo("offer");
        assertThat(released.provenance(STAGE)).contains(new Provenance("crm", 2));
        assertThat(released.holds()).isEmpty();
    }

    @Test
    void aReleasedHoldLosesToANewerWordOfEqualStanding() {
        GoldenRecord before = Survivorship.settled(said("crm", 1, "phone", "111"));
        GoldenRecord held =
                Survivorship.hold(then(before, "crm", 2, "phone", "222"), Optional.of(before), PHONE, "rule");
        GoldenRecord newer = then(Survivorship.settled(held), "erp", 3, "phone", "333");
        assertThat(value(newer, "phone")).isEqualTo("333");
        assertThat(value(Survivorship.release(newer, PHONE), "phone")).isEqualTo("333");
    }

    @Test
    void aDiscardedHoldLeavesTheFormerWord() {
        GoldenRecord discarded = Survivorship.discardHold(heldOffer(), STAGE);
        assertThat(value(discarded, "stage")).isEqualTo("need");
        assertThat(discarded.holds()).isEmpty();
    }

    @Test
    void aNewerWordOfTheSameSystemTakesTheHeldOnesPlace() {
        GoldenRecord next = then(Survivorship.settled(heldOffer()), "crm", 5, "stage", "lost");
        assertThat(next.holds()).isEmpty();
        assertThat(value(next, "stage")).isEqualTo("lost");
    }

    @Test
    void holdingTheSameWordAgainChangesNothing() {
        GoldenRecord before = Survivorship.settled(heldOffer());
        GoldenRecord again = then(before, "crm", 9, "stage", "offer");
        assertThat(value(again, "stage")).isEqualTo("offer");
        again = Survivorship.hold(again, Optional.of(before), STAGE, "offer-needs-pdf");
        assertThat(Survivorship.same(before, again)).isTrue();
    }

    @Test
    void judgingAnewLetsAHoldGoWhoseReasonIsGone() {
        GoldenRecord before = Survivorship.settled(heldOffer());
        GoldenRecord withPdf = then(before, "mailbox", 6, "documents", List.of(document("a")));
        GoldenRecord candidate = Survivorship.releaseAll(withPdf);
        assertThat(Survivorship.changed(before, candidate)).contains(STAGE);
        assertThat(value(candidate, "stage")).isEqualTo("offer");
    }

    @Test
    void aDeletionCanBeHeldToo() {
        GoldenRecord before = Survivorship.settled(then(said("crm", 1, "stage", "offer"), "erp", 2, "stage", "signed"));
        GoldenRecord without = Survivorship.withdraw(before, "crm", new Provenance("crm", 3));
        assertThat(value(without, "stage")).isEqualTo("signed");
        GoldenRecord held = Survivorship.hold(without, Optional.of(before), STAGE, "stage-transition");
        assertThat(value(held, "stage")).isEqualTo("offer");
        assertThat(held.holds().get(0).value()).isEqualTo("signed");
        assertThat(value(Survivorship.release(held, STAGE), "stage")).isEqualTo("signed");
    }

    @Test
    void aSystemThatDeletedItNoLongerSpeaks() {
        GoldenRecord record = then(said("crm", 1, "phone", "111"), "erp", 2, "phone", "222");
        record = Survivorship.withdraw(record, "erp", new Provenance("erp", 3));
        assertThat(value(record, "phone")).isEqualTo("111");
        assertThat(record.deleted()).isFalse();
        assertThat(record.contributions()).containsOnlyKeys("crm");
    }

    @Test
    void aRecordIsDeletedWhenTheLastSystemDeletesItAndStaysReadable() {
        GoldenRecord record = Survivorship.withdraw(said("crm", 1, "phone", "111"), "crm", new Provenance("crm", 3));
        assertThat(record.deleted()).isTrue();
        assertThat(record.deletion()).contains(new Provenance("crm", 3));
        assertThat(value(record, "phone")).isEqualTo("111");
    }

    @Test
    void aDeletedRecordComesBackWithWhatIsSaidOfItNow() {
        GoldenRecord record = Survivorship.withdraw(said("crm", 1, "phone", "111"), "crm", new Provenance("crm", 3));
        record = then(record, "erp", 4, "number", "SJ-1");
        assertThat(record.deleted()).isFalse();
        assertThat(record.contributions()).isEqualTo(Map.of("erp", record(OPPORTUNITY, "number", "SJ-1")));
    }

    @Test
    void severalStepsOfOneBatchAreOneVersion() {
        GoldenRecord record = then(said("crm", 1, "phone", "111"), "hefu", 1, "stage", "offer");
        assertThat(record.version()).isEqualTo(1);
        GoldenRecord stored = Survivorship.settled(record);
        assertThat(then(then(stored, "crm", 2, "phone", "2"), "hefu", 2, "stage", "lost")
                        .version())
                .isEqualTo(2);
    }

    @Test
    void absentNullAndAValueAreThreeThingsAndScaleIsNone() {
        GoldenRecord before = said("crm", 1, "phone", Nothing.NULL, "probability", new BigDecimal("0.5"));
        GoldenRecord after = said("crm", 1, "probability", new BigDecimal("0.500"));
        assertThat(Survivorship.changed(before, after)).containsExactly(PHONE);
    }

    private static GoldenRecord heldOffer() {
        GoldenRecord before = Survivorship.settled(said("crm", 1, "stage", "need"));
        GoldenRecord after = then(before, "crm", 2, "stage", "offer");
        return Survivorship.hold(after, Optional.of(before), STAGE, "offer-needs-pdf");
    }

    @Test
    void whatACallerSaidIsNotTouched() {
        Record said = record(OPPORTUNITY, "stage", "offer");
        GoldenRecord record = Survivorship.create(Uid.create(), OPPORTUNITY, "crm", said, new Provenance("crm", 1));
        then(record, "crm", 2, "stage", "lost");
        assertThat(said).isEqualTo(record(OPPORTUNITY, "stage", "offer"));
    }
}
