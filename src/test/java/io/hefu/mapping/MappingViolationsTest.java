package io.hefu.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each fault that a mapping file can have, with what it says. */
class MappingViolationsTest {
    @TempDir
    Path folder;

    @Test
    void codesThatDoNotRoundTripAreRefusedUnlessDeclaredOneWay() {
        assertThat(fields("stage: {from: z, codes: {A: offer, B: offer, C: signed}}"))
                .isEqualTo(
                        "mappings/crm/deal.mapping.yaml:6 fields.stage.codes.B: “A” and “B” both become offer, which cannot be turned back;"
                                + " allowed: one to one, or oneWay: true; try: declare oneWay: true if it is only read");
        assertThat(fields("stage: {from: z, codes: {A: offer, B: offer, C: signed}, oneWay: true}"))
                .isEmpty();
    }

    @Test
    void aCodeThatTheListDoesNotHaveIsRefused() {
        assertThat(fields("stage: {from: z, codes: {A: ofer}}"))
                .contains("fields.stage.codes.A: “A” becomes ofer, which is no value of code(stage)")
                .contains("allowed: first-contact, offer, signed; try: did you mean offer?");
        assertThat(fields("done: {from: z, codes: {A: ja}}"))
                .contains("which is no value of flag")
                .contains("true, false");
    }

    @Test
    void aFieldThatTheDictionaryDoesNotHaveIsRefused() {
        assertThat(fields("stag: z"))
                .contains("fields.stag: Deal of the dictionary has no field stag")
                .contains("did you mean stage?");
    }

    @Test
    void aFormThatDoesNotGoWithTheTypeIsRefused() {
        assertThat(fields("text: {from: t, format: yyyyMMdd}"))
                .contains("fields.text.format: format does not go with the type text");
        assertThat(fields("day: {from: t, thousands: \",\"}")).contains("thousands does not go with the type date");
        assertThat(fields("day: {from: t, each: {number: a}}")).contains("each does not go with the type date");
        assertThat(fields("lines: rows")).contains("the list does not say the fields of its elements");
        assertThat(fields("amount: je")).contains("the amount has no currency");
        assertThat(fields("moment: {from: m, format: yyyyMMdd}")).contains("it says no time of day");
        assertThat(fields("day: {from: m, format: qqqq}")).contains("qqqq cannot be used as a format");
        assertThat(fields("amount: {from: je, currency: CNY, unit: 3}")).contains("the unit is no power of ten");
        assertThat(fields("text: {from: t, charset: BIG6}")).contains("there is no charset BIG6");
        assertThat(fields("text: {from: t, pattern: \"(a\"}")).contains("it is no regular expression");
        assertThat(fields("text: {from: [a, b]}")).contains("nothing says how to join them");
        assertThat(fields("text: {constant: a, from: b}")).contains("from, constant do not go together");
        assertThat(fields("day: {constant: a}")).contains("\"a\" is no date or time as in yyyy-MM-dd");
    }

    @Test
    void anExpressionIsCheckedAndMayNotDependOnTheDay() {
        assertThat(fields("text: {cel: \"row.a +\"}")).contains("fields.text.cel");
        assertThat(fields("day: {cel: \"today\"}")).contains("a mapping may not depend on today");
    }

    @Test
    void aReferenceThatCouldNeverResolveIsRefused() {
        assertThat(fields("partner: {from: p, by: name}"))
                .contains("name is no business key of one field of partner")
                .contains("allowed: code");
        assertThat(fields("partner: {from: p, system: erp}")).contains("there is no system erp");
        String unmapped = Home.in(folder)
                .with(
                        "mappings/crm/partner.mapping.yaml",
                        "system: crm\nentity: deal\nfields: {number: no}\nread: {resource: deals, key: id}\n")
                .deal("partner: p")
                .violations();
        assertThat(unmapped)
                .contains("the file does not stand where its content says; allowed: mappings/crm/deal.mapping.yaml")
                .contains("deal of crm is mapped in mappings/crm/deal.mapping.yaml already")
                .contains("partner of crm is not mapped, so that this reference would wait for ever");
    }

    @Test
    void aRequiredFieldMustBeMappedUnlessTheSystemGivesOnlyAPart() {
        assertThat(file("read: {resource: deals, key: id}\nfields: {text: t}\n"))
                .contains("required fields are not mapped: number")
                .contains("declare partial: true");
        assertThat(file("partial: true\nread: {resource: deals, key: id}\nfields: {text: t}\n"))
                .isEmpty();
        assertThat(fields("lines: {from: rows, each: {text: t}}")).contains("required fields are not mapped: number");
    }

    @Test
    void aColumnIsNotMappedAndDroppedAndADropIsADecision() {
        assertThat(
                        file(
                                "read: {resource: deals, key: id}\nfields: {number: no}\ndropped:\n  no: {why: x, by: y, decided: \"2026-01-08\"}\n"))
                .contains("dropped.no: no is both mapped (mappings/crm/deal.mapping.yaml:4 fields.number) and dropped");
        assertThat(file("read: {resource: deals, key: id}\nfields: {number: no}\ndropped:\n  x: {why: x, by: y}\n"))
                .contains("dropped.x: the key decided is missing");
    }

    @Test
    void onlyWhatCanBeMappedBackIsWritten() {
        assertThat(file("""
                        read: {resource: deals, key: id}
                        fields:
                          number: no
                          text: {from: [a, b], join: ""}
                          other: {constant: x}
                          partner: {from: p, by: code}
                          stage: {from: z, codes: {A: offer}}
                        write: {update: [text, other, partner, stage, count], create: {find: nr, fields: [number]}}
                        """))
                .contains("write.update[0]: text cannot be mapped back: without a separator it cannot be taken apart")
                .contains("write.update[1]: other cannot be mapped back: a constant is not written back")
                .contains(
                        "write.update[2]: partner cannot be mapped back: only a key of the same system can be written back")
                .contains("write.update[3]: the target has no word for these codes of stage: first-contact, signed")
                .contains("write.update[4]: count is not mapped, so it cannot be written")
                .contains("write.create.find: no field fills nr");
    }

    @Test
    void theSystemAndItsResourceMustExist() {
        assertThat(file("read: {resource: dealz, key: id}\nfields: {number: no}\n"))
                .contains(
                        "read.resource: the system crm has no resource dealz; allowed: deals, partners; try: did you mean deals?");
        assertThat(Home.in(folder)
                        .with(
                                "mappings/erp/deal.mapping.yaml",
                                "system: erp\nentity: deel\nread: {resource: a, key: b}\nfields: {number: no}\n")
                        .violations())
                .contains("there is no system erp; allowed: crm")
                .contains("the dictionary has no entity deel; allowed: deal, partner; try: did you mean deal?");
    }

    private String fields(String fields) {
        return Home.in(folder).deal(fields).violations();
    }

    private String file(String content) {
        return Home.in(folder).dealFile(content).violations();
    }
}
