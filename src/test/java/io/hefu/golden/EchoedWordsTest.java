package io.hefu.golden;

import static io.hefu.golden.SampleDictionary.OPPORTUNITY;
import static io.hefu.golden.SampleDictionary.document;
import static io.hefu.golden.SampleDictionary.record;
import static org.assertj.core.api.Assertions.assertThat;

import io.hefu.dictionary.FieldType;
import io.hefu.dictionary.Record;
import io.hefu.dictionary.Uid;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a system only repeats of what the hub wrote into its row. */
class EchoedWordsTest {
    private static final FieldType PHONE = OPPORTUNITY.field("phone");
    private static final FieldType DOCUMENTS = OPPORTUNITY.field("documents");

    private static GoldenRecord said(String system, long batch, Object... pairs) {
        return Survivorship.create(
                Uid.create(), OPPORTUNITY, system, record(OPPORTUNITY, pairs), new Provenance(system, batch));
    }

    private static GoldenRecord then(GoldenRecord record, String system, long batch, Object... pairs) {
        return Survivorship.merge(record, system, record(OPPORTUNITY, pairs), new Provenance(system, batch));
    }

    private static GoldenRecord told(GoldenRecord record, Record told, long batch, Object... pairs) {
        return Survivorship.merge(record, "crm", record(OPPORTUNITY, pairs), told, new Provenance("crm", batch));
    }

    private static Record wrote(Object... pairs) {
        return record(OPPORTUNITY, pairs);
    }

    @Test
    void whatIsAllRepeatedChangesNothing() {
        GoldenRecord record = said("erp", 1, "phone", "110");
        assertThat(told(record, wrote("phone", "110"), 2, "phone", "110")).isSameAs(record);
    }

    @Test
    void aWordThatIsRepeatedOnlyBesideNewsLosesToEveryOther() {
        GoldenRecord record = then(said("erp", 1, "phone", "110"), "erp", 2, "phone", "119");
        GoldenRecord heard = told(record, wrote("phone", "110"), 3, "phone", "110", "number", "SJ-1");
        assertThat(heard.merged().find(PHONE)).contains("119");
        assertThat(heard.contributions().get("crm").find(PHONE)).contains("110");
    }

    @Test
    void whatIsSetBackIsSaidNow() {
        GoldenRecord record = then(said("crm", 1, "phone", "110"), "erp", 2, "phone", "119");
        GoldenRecord heard = told(record, wrote("phone", "119"), 3, "phone", "110");
        assertThat(heard.merged().find(PHONE)).contains("110");
        assertThat(heard.provenance(PHONE)).contains(new Provenance("crm", 3));
    }

    @Test
    void aListThatIsRepeatedDoesNotBringBackWhatItsSourceTookAway() {
        List<Record> both = List.of(document("a"), document("b"));
        GoldenRecord record = then(said("erp", 1, "documents", both), "erp", 2, "documents", List.of(document("a")));
        GoldenRecord heard = told(record, wrote("documents", both), 3, "documents", both, "phone", "1");
        assertThat(heard.merged().list(DOCUMENTS)).containsExactly(document("a"));
    }

    @Test
    void theElementsOfAListMayStandInAnotherOrder() {
        List<Record> both = List.of(document("a"), document("b"));
        List<Record> turned = List.of(document("b"), document("a"));
        assertThat(Repetition.of(both, turned)).isTrue();
    }

    @Test
    void aHeldWordThatTheSystemNoLongerSaysIsForgotten() {
        GoldenRecord before = said("crm", 1, "phone", "110");
        GoldenRecord held = Survivorship.hold(then(before, "crm", 2, "phone", "999"), Optional.of(before), PHONE, "r");
        GoldenRecord heard = told(held, wrote("phone", "119"), 3, "phone", "119", "number", "SJ-1");
        assertThat(heard.holds()).isEmpty();
        assertThat(heard.contributions().get("crm").find(PHONE)).contains("119");
    }

    @Test
    void aRecordThatIsOnlyRepeatedDoesNotOutliveItsSource() {
        GoldenRecord record = then(said("erp", 1, "phone", "110"), "crm", Word.ECHO, "phone", "110");
        assertThat(Survivorship.withdraw(record, "erp", new Provenance("erp", 3))
                        .deleted())
                .isTrue();
    }
}
