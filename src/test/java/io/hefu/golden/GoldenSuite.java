package io.hefu.golden;

import static io.hefu.golden.SampleDictionary.CUSTOMER;
import static io.hefu.golden.SampleDictionary.DICTIONARY;
import static io.hefu.golden.SampleDictionary.OPPORTUNITY;
import static io.hefu.golden.SampleDictionary.customer;
import static io.hefu.golden.SampleDictionary.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hefu.definition.Text;
import io.hefu.dictionary.Dictionary;
import io.hefu.dictionary.EntityType;
import io.hefu.dictionary.Record;
import io.hefu.dictionary.Uid;
import io.hefu.ledger.Change;
import io.hefu.ledger.OnOneHub;
import io.hefu.store.ConflictException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Golden records in the database: found as they were stored, never overwritten by what was built on an older version. */
abstract class GoldenSuite extends OnOneHub {
    private static final HoldReasons REASONS = (record, hold) -> Text.of("需要报价单", "needs the offer");
    private static final Provenance ERP = new Provenance("erp", 5);

    private GoldenTables golden;

    @BeforeEach
    void openGolden() {
        golden = GoldenTables.open(hub, DICTIONARY, (field, formerType, value) -> value);
    }

    private PossibleDuplicates duplicates() {
        return new PossibleDuplicates(hub);
    }

    private static GoldenRecord created(EntityType entity, Record said) {
        return Survivorship.create(Uid.create(), entity, "erp", said, ERP);
    }

    private static GoldenRecord said(GoldenRecord before, String system, Object... pairs) {
        return Survivorship.merge(before, system, record(before.entity(), pairs), new Provenance(system, 9));
    }

    private GoldenRecord store(GoldenRecord record) {
        apply(List.of(record), List.of());
        return golden.find(record.uid()).orElseThrow();
    }

    private GoldenRecord change(GoldenRecord before, GoldenRecord after) {
        apply(List.of(), List.of(new Changed(before, after)));
        return golden.find(after.uid()).orElseThrow();
    }

    private void apply(List<GoldenRecord> created, List<Changed> changed) {
        hub.write(tx -> {
            golden.apply(tx, created, changed, REASONS);
            return true;
        });
    }

    @Test
    void aRecordIsFoundAsItWasStored() {
        GoldenRecord record = created(CUSTOMER, customer(42));
        GoldenRecord found = store(record);
        assertThat(found.merged()).isEqualTo(record.merged());
        assertThat(found.version()).isEqualTo(1);
        assertThat(golden.find(List.of(record.uid(), Uid.create()))).containsOnlyKeys(record.uid());
    }

    @Test
    void aRecordIsFoundByBusinessKeyTaxNumberNameAndLookup() {
        GoldenRecord record = store(created(CUSTOMER, customer(42)));
        Uid uid = record.uid();
        assertThat(golden.byBusinessKey(CUSTOMER, List.of("number=KH-42", "number=x")))
                .isEqualTo(Map.of("number=KH-42", uid));
        assertThat(golden.byTaxNumber(CUSTOMER, List.of(TaxNumbers.of(42)))).isEqualTo(Map.of(TaxNumbers.of(42), uid));
        assertThat(golden.byName(CUSTOMER, List.of("第42精密机械"))).isEqualTo(Map.of("第42精密机械", List.of(uid)));
        assertThat(golden.byLookup(CUSTOMER, CUSTOMER.field("mail"), List.of("buyer42@example.com")))
                .isEqualTo(Map.of("buyer42@example.com", List.of(uid)));
        assertThat(golden.byBusinessKey(OPPORTUNITY, List.of("number=KH-42"))).isEmpty();
    }

    @Test
    void aChangedRecordIsFoundByItsNewValuesOnly() {
        GoldenRecord before = store(created(CUSTOMER, customer(42)));
        change(before, said(before, "erp", "number", "KH-NEW", "mail", "Other@Example.com"));
        assertThat(golden.byBusinessKey(CUSTOMER, List.of("number=KH-42", "number=KH-NEW")))
                .containsOnlyKeys("number=KH-NEW");
        assertThat(golden.byLookup(
                        CUSTOMER, CUSTOMER.field("mail"), List.of("other@example.com", "buyer42@example.com")))
                .containsOnlyKeys("other@example.com");
    }

    @Test
    void aStaleChangeIsRefusedAndNothingOfItsBatchIsKept() {
        GoldenRecord one = store(created(CUSTOMER, customer(1)));
        GoldenRecord two = store(created(CUSTOMER, customer(2)));
        change(one, said(one, "erp", "phone", "first"));
        assertThatThrownBy(() -> apply(
                        List.of(created(CUSTOMER, customer(3))),
                        List.of(
                                new Changed(two, said(two, "erp", "phone", "x")),
                                new Changed(one, said(one, "erp", "phone", "second")))))
                .isInstanceOf(ConflictException.class);
        assertThat(golden.find(one.uid()).orElseThrow().merged().find("phone", String.class))
                .contains("first");
        assertThat(golden.find(two.uid()).orElseThrow().version()).isEqualTo(1);
        assertThat(golden.byBusinessKey(CUSTOMER, List.of("number=KH-3"))).isEmpty();
    }

    @Test
    void aNewRecordWithTheKeyOfAnotherIsAConflict() {
        store(created(CUSTOMER, customer(1)));
        assertThatThrownBy(() -> store(created(CUSTOMER, customer(1)))).isInstanceOf(ConflictException.class);
        Record otherNumber = customer(1).with(CUSTOMER.field("number"), "KH-2");
        assertThatThrownBy(() -> store(created(CUSTOMER, otherNumber))).isInstanceOf(ConflictException.class);
    }

    @Test
    void aChangedRecordThatTakesOnAnothersKeyIsMarkedAndNotStuck() {
        GoldenRecord owner = store(created(CUSTOMER, customer(1)));
        GoldenRecord before = store(created(CUSTOMER, customer(2)));
        GoldenRecord after = change(before, said(before, "erp", "taxNumber", TaxNumbers.of(1)));
        assertThat(after.merged().find("taxNumber", String.class)).contains(TaxNumbers.of(1));
        assertThat(golden.byTaxNumber(CUSTOMER, List.of(TaxNumbers.of(1)))).containsValue(owner.uid());
        List<PossibleDuplicate> pairs = duplicates().open(Optional.of("customer"), 10).stream()
                .map(PossibleDuplicates.Pair::of)
                .toList();
        assertThat(pairs).hasSize(1);
        assertThat(List.of(pairs.get(0).uid(), pairs.get(0).other()))
                .containsExactlyInAnyOrder(owner.uid(), after.uid());
        assertThat(pairs.get(0).reason()).isEqualTo(PossibleDuplicate.Reason.TAX_NUMBER);
        change(after, said(after, "erp", "phone", "again"));
        assertThat(duplicates().open(Optional.empty(), 10)).hasSize(1);
    }

    @Test
    void aDeletedRecordIsAlikeToNobodyAndKeepsItsKeys() {
        GoldenRecord before = store(created(CUSTOMER, customer(42)));
        GoldenRecord deleted = change(before, Survivorship.withdraw(before, "erp", new Provenance("erp", 9)));
        assertThat(deleted.deletion()).contains(new Provenance("erp", 9));
        assertThat(golden.byName(CUSTOMER, List.of("第42精密机械"))).isEmpty();
        assertThat(golden.byBusinessKey(CUSTOMER, List.of("number=KH-42"))).hasSize(1);
        assertThat(golden.byLookup(CUSTOMER, CUSTOMER.field("mail"), List.of("buyer42@example.com")))
                .isEmpty();
    }

    @Test
    void holdsAreListedAsLongAsTheyHold() {
        GoldenRecord before = store(created(OPPORTUNITY, record(OPPORTUNITY, "number", "SJ-1", "stage", "need")));
        GoldenRecord after = Survivorship.hold(
                said(before, "crm", "stage", "offer"), Optional.of(before), OPPORTUNITY.field("stage"), "needs-pdf");
        GoldenRecord held = change(before, after);
        HeldField listed = new HeldField(
                before.uid(),
                "opportunity",
                "stage",
                "needs-pdf",
                new Provenance("crm", 9),
                Text.of("需要报价单", "needs the offer"));
        assertThat(golden.holds(Optional.empty(), Optional.of("needs-pdf"), Optional.empty(), 10))
                .containsExactly(listed);
        assertThat(golden.holdsOf(before.uid())).containsExactly(listed);
        assertThat(golden.holds(Optional.of("order"), Optional.empty(), Optional.empty(), 10))
                .isEmpty();
        GoldenRecord released = change(held, Survivorship.release(held, OPPORTUNITY.field("stage")));
        assertThat(released.merged().find("stage", String.class)).contains("offer");
        assertThat(golden.holdsOf(before.uid())).isEmpty();
    }

    @Test
    void aNewRecordCanBeHeldAtOnce() {
        GoldenRecord record = created(OPPORTUNITY, record(OPPORTUNITY, "number", "SJ-1", "stage", "offer"));
        GoldenRecord stored = store(Survivorship.hold(record, Optional.empty(), OPPORTUNITY.field("stage"), "rule"));
        assertThat(stored.merged().has(OPPORTUNITY.field("stage"))).isFalse();
        assertThat(golden.holdsOf(record.uid())).hasSize(1);
    }

    @Test
    void theChangeLogSaysWhatChangedAndWhatIsHeld() {
        GoldenRecord before = store(created(OPPORTUNITY, record(OPPORTUNITY, "number", "SJ-1", "stage", "need")));
        GoldenRecord after = said(before, "crm", "stage", "offer", "phone", "1");
        GoldenRecord held = Survivorship.hold(after, Optional.of(before), OPPORTUNITY.field("stage"), "rule");
        assertThat(ChangeOf.record(new Changed(before, held), 9))
                .isEqualTo(new Change(
                        before.uid(),
                        2,
                        9,
                        List.of(
                                new Change.Field(
                                        "phone", Optional.empty(), Optional.of("1"), "crm", Change.Kind.CHANGED),
                                new Change.Field(
                                        "stage", Optional.of("need"), Optional.of("offer"), "crm", Change.Kind.HELD))));
    }

    @Test
    void documentsAreReadUnderANewerDictionaryAndNewOnesGetANewNumber() {
        GoldenRecord old = store(created(OPPORTUNITY, record(OPPORTUNITY, "number", "SJ-1", "phone", "1")));
        EntityType renamed = SampleDictionary.entity(
                "opportunity",
                false,
                List.of("number"),
                SampleDictionary.was(
                        SampleDictionary.field("telephone", SampleDictionary.text()), "phone", Optional.empty()),
                SampleDictionary.field("number", SampleDictionary.text()));
        Dictionary newer = new Dictionary(List.of(renamed, CUSTOMER), List.of());
        GoldenTables later = GoldenTables.open(hub, newer, (field, formerType, value) -> value);
        GoldenRecord read = later.find(old.uid()).orElseThrow();
        assertThat(read.merged()).isEqualTo(record(renamed, "number", "SJ-1", "telephone", "1"));
        assertThat(count("select count(*) from dictionary_version")).isEqualTo(3);
        GoldenTables.open(hub, newer, (field, formerType, value) -> value);
        assertThat(count("select count(*) from dictionary_version")).isEqualTo(3);
    }

    @Test
    void everyRecordOfAnEntityIsStreamedInTheOrderOfUids() {
        List<GoldenRecord> records = LongStream.range(0, 3_000)
                .mapToObj(number -> created(CUSTOMER, customer(number)))
                .toList();
        apply(records, List.of());
        store(created(OPPORTUNITY, record(OPPORTUNITY, "number", "SJ-1")));
        List<Uid> seen = new ArrayList<>();
        golden.forEach(CUSTOMER, record -> seen.add(record.uid()));
        assertThat(seen).isSorted();
        assertThat(seen)
                .containsExactlyInAnyOrderElementsOf(
                        records.stream().map(GoldenRecord::uid).toList());
        assertThat(golden.counts()).isEqualTo(Map.of("customer", 3_000L, "opportunity", 1L));
    }

    @Test
    void anOverlayShowsThePlanAndLeavesTheDatabaseAlone() {
        GoldenRecord before = store(created(CUSTOMER, customer(1)));
        OverlayGoldenRecords overlay = new OverlayGoldenRecords(golden);
        overlay.put(said(before, "erp", "number", "KH-9", "name", "别名有限公司", "mail", "x@y.cn"));
        GoldenRecord added = created(CUSTOMER, customer(2));
        overlay.put(added);
        assertThat(overlay.byBusinessKey(CUSTOMER, List.of("number=KH-1", "number=KH-9", "number=KH-2")))
                .isEqualTo(Map.of("number=KH-9", before.uid(), "number=KH-2", added.uid()));
        assertThat(overlay.byName(CUSTOMER, List.of("别名", "第1精密机械"))).isEqualTo(Map.of("别名", List.of(before.uid())));
        assertThat(overlay.byLookup(CUSTOMER, CUSTOMER.field("mail"), List.of("x@y.cn", "buyer1@example.com")))
                .containsOnlyKeys("x@y.cn");
        GoldenRecord planned = overlay.find(List.of(before.uid())).get(before.uid());
        assertThat(planned.version()).isEqualTo(2);
        assertThat(said(planned, "erp", "phone", "3").version()).isEqualTo(3);
        List<Uid> seen = new ArrayList<>();
        overlay.forEach(CUSTOMER, record -> seen.add(record.uid()));
        assertThat(seen).containsExactly(before.uid(), added.uid());
        assertThat(golden.find(before.uid()).orElseThrow().version()).isEqualTo(1);
    }
}
