package io.hefu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An edit of the dictionary that would lose or misread what a hub has stored is refused, wherever it is met. */
class StoredValuesTest {
    private static final String CUSTOMER = "mappings/dictionary/customer.dictionary.yaml";
    private static final String OPPORTUNITY = "mappings/dictionary/opportunity.dictionary.yaml";
    private static final String MAPPING = "mappings/crm/opportunity.mapping.yaml";
    private static final String STAGES = "mappings/dictionary/codes/sales-stage.codes.yaml";

    @TempDir
    private Path folder;

    private SmallCompany company;

    @BeforeEach
    void aHubThatHasReadTheCrm() {
        company = SmallCompany.in(folder);
        company.crm("alter table leads add column weight text", "update leads set weight = '12'");
        edit(OPPORTUNITY, "  documents:", "  weight: {type: text, title: {zh: 重量, en: Weight}}\n  documents:");
        edit(MAPPING, "fields:\n", "fields:\n  weight: weight\n");
        assertThat(en("read", "crm/customer").code()).isZero();
        assertThat(en("read", "crm/opportunity").code()).isZero();
    }

    private Typed en(String... words) {
        return Typed.in(Locale.ENGLISH, folder, words);
    }

    private String refused() {
        Typed typed = en("check");
        assertThat(typed.code()).isEqualTo(1);
        return typed.out().strip();
    }

    private void edit(String file, String before, String after) {
        try {
            String text = Files.readString(folder.resolve(file));
            assertThat(text).contains(before);
            company.write(file, text.replace(before, after));
        } catch (IOException fault) {
            throw new IllegalStateException(fault);
        }
    }

    @Test
    void anUntouchedDictionaryIsInOrder() {
        assertThat(en("check").code()).isZero();
    }

    @Test
    void aRetypeNeedsAConversion() {
        edit(OPPORTUNITY, "weight: {type: text", "weight: {type: integer");
        assertThat(refused())
                .matches("mappings/dictionary/opportunity.dictionary.yaml:\\d+ fields.weight.type:"
                        + " the type changed from text to integer, and values of the former are stored;"
                        + " allowed: the former type, or a conversion;"
                        + " try: add conversion: a CEL expression that makes value a integer");

        edit(OPPORTUNITY, "weight: {type: integer", "weight: {type: integer, conversion: integer(value)");

        assertThat(en("check").code()).isZero();
        assertThat(en("explain", "SJ-2026-0001").out()).contains("12");
    }

    @Test
    void aRenamedFieldNeedsItsFormerName() {
        edit(OPPORTUNITY, "  weight: {type: text", "  heft: {type: text");
        edit(MAPPING, "  weight: weight", "  heft: weight");
        assertThat(refused())
                .matches(
                        "mappings/dictionary/opportunity.dictionary.yaml:\\d+ fields: the field weight is gone, and values of it"
                                + " are stored; try: if it was renamed, write was: weight in the new field; if it is given up, name it"
                                + " under retired");

        edit(OPPORTUNITY, "  heft: {type: text", "  heft: {was: weight, type: text");

        assertThat(en("check").code()).isZero();
    }

    @Test
    void aFieldThatNobodyEverFilledMayGo() {
        edit(OPPORTUNITY, "  nextAction:", "  # nextAction:");
        assertThat(en("check").out()).startsWith("The definitions are in order");
    }

    @Test
    void aCodeThatARecordHasStaysInItsList() {
        edit(STAGES, "  need-confirmed:", "  # need-confirmed:");
        edit(MAPPING, "需求确认: need-confirmed, ", "");
        edit("config/rules/sales-stage.stages.yaml", "  - {code: need-confirmed", "  # - {code: need-confirmed");
        edit("config/rules/sales-stage.stages.yaml", ", allowed: [need-confirmed]", "");
        assertThat(en("check").out())
                .containsPattern(
                        "mappings/dictionary/codes/sales-stage.codes.yaml:\\d+ codes: the code need-confirmed is gone, and"
                                + " values of it are stored \\(stage of opportunity, such as SJ-2026-000\\d\\); allowed: a code stays in its"
                                + " list as long as a record has it; try: put need-confirmed back;");
    }

    @Test
    void anEntityThatHasRecordsStays() throws IOException {
        for (String file :
                new String[] {"mappings/crm/customer.mapping.yaml", "mappings/finance/customer.mapping.yaml"}) {
            Files.delete(folder.resolve(file));
        }
        Files.delete(folder.resolve(CUSTOMER));
        assertThat(en("check").out()).contains("the entity customer is gone, and records of it are stored");
    }

    @Test
    void everyCommandThatWorksRefusesItToo() {
        edit(OPPORTUNITY, "weight: {type: text", "weight: {type: integer");
        Typed typed = en("read", "crm/opportunity");
        assertThat(typed.code()).isEqualTo(1);
        assertThat(typed.err()).contains("fields.weight.type: the type changed from text to integer");
        assertThat(en("run", "--port", "0").code()).isEqualTo(1);
    }

    @Test
    void aRunningHubKeepsTheFormerDefinitions() {
        try (Hub hub = Hub.open(folder, Clock.systemUTC()).requireSound()) {
            String before = hub.books().snapshot().get().version();
            edit(OPPORTUNITY, "weight: {type: text", "weight: {type: integer");

            assertThat(hub.reload())
                    .isInstanceOfSatisfying(
                            Hub.Reload.Refused.class,
                            refused -> assertThat(refused.violations().get(0).in(Locale.ENGLISH))
                                    .contains("fields.weight.type"));
            assertThat(hub.books().snapshot().get().version()).isEqualTo(before);
        }
    }

    @Test
    void aHubThatCannotBeReachedIsANoteAndNoFault() {
        company.write(
                "config/application.yaml", "hub: {url: \"jdbc:postgresql://127.0.0.1:1/hefu\"}\n" + SmallCompany.NAME);
        Typed typed = en("check");
        assertThat(typed.code()).isZero();
        assertThat(typed.out()).startsWith("The definitions are in order");
        assertThat(typed.err())
                .contains("Note: the hub's database jdbc:postgresql://127.0.0.1:1/hefu cannot be reached now");
    }

    @Test
    void checkingMakesNoDatabase(@TempDir Path other) {
        SmallCompany.in(other);
        assertThat(Typed.in(Locale.ENGLISH, other, "check").code()).isZero();
        assertThat(other.resolve("var")).doesNotExist();
    }
}
