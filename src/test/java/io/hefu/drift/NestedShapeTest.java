package io.hefu.drift;

import static io.hefu.drift.Watched.deal;
import static io.hefu.drift.Watched.lines;
import static io.hefu.mapping.Home.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.hefu.mapping.FieldFault;
import io.hefu.systems.Column;
import io.hefu.systems.ColumnType;
import io.hefu.systems.Row;
import io.hefu.systems.RowBatch;
import io.hefu.systems.Shape;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Promise 3 inside the objects and lists that a record holds: what stands there is judged as what stands at the top. */
class NestedShapeTest {
    private static final String LINES = """
              lines:
                from: rows
                each:
                  number: seq
                  text: name
                  price: {from: gross, currency: CNY}
            """;
    private static final String CITY = "  text: address.city\n";

    @TempDir
    Path folder;

    private static Object known(Watched deals) {
        return deals.saw(20, i -> lines(1 + i % 3, "name", "阀门", "gross", "12.50"));
    }

    @Test
    void aKeyOfTheLinesThatIsRenamedPausesTheEntityAndItsNewNameIsNamed() {
        Watched deals = Watched.deals(folder, LINES);
        known(deals);
        List<FieldFault> reasons = deals.pauses(lines(2, "name", "阀门", "amountGross", 12L));

        assertThat(reasons).extracting(FieldFault::source).containsExactly("rows[].gross", "rows[].amountGross");
        assertThat(reasons.get(0).kind()).isEqualTo(FieldFault.Kind.MISSING);
    }

    @Test
    void theReasonNamesThePathTheLineOfTheMappingAndTheNewNameInBothLanguages() {
        Watched deals = Watched.deals(folder, LINES);
        known(deals);
        FieldFault missing =
                deals.pauses(lines(1, "name", "阀门", "amountGross", "12.50")).get(0);

        assertThat(missing.what().zh()).contains("不再提供字段“rows[].gross”", "看起来改名为“amountGross”");
        assertThat(missing.what().en())
                .contains("no longer gives the field \"rows[].gross\"", "it looks renamed to \"amountGross\"");
        assertThat(missing.attempt().zh())
                .contains("mappings/crm/deal.mapping.yaml:11")
                .contains("改成新的字段名");
        assertThat(missing.attempt().en())
                .contains("mappings/crm/deal.mapping.yaml:11")
                .contains("give its new name");
    }

    @Test
    void aNewNameWhoseValuesAreNotUnderstoodIsNoLikelyOne() {
        Watched deals = Watched.deals(folder, LINES);
        known(deals);
        FieldFault missing = deals.pauses(lines(1, "name", "阀门", "remark", "急", "amountGross", "12.50"))
                .get(0);

        assertThat(missing.what().en()).contains("renamed to \"amountGross\"").doesNotContain("remark");
    }

    @Test
    void severalLikelyNamesAreNotTakenForOne() {
        Watched deals = Watched.deals(folder, LINES);
        known(deals);
        FieldFault missing = deals.pauses(lines(1, "name", "阀门", "net", "11.00", "total", "12.50"))
                .get(0);

        assertThat(missing.what().en()).contains("may be one of net, total").doesNotContain("looks renamed");
    }

    @Test
    void aKeyOfTheLinesThatNobodyDecidedAboutPausesTheEntityAndSaysHowToDropIt() {
        Watched deals = Watched.deals(folder, LINES);
        FieldFault unknown = deals.pauses(lines(1, "name", "阀门", "gross", "12.50", "screenOrder", 3L))
                .get(0);

        assertThat(unknown.kind()).isEqualTo(FieldFault.Kind.NEW);
        assertThat(unknown.what().en()).contains("\"rows[].screenOrder\" (integer)");
        assertThat(unknown.attempt().en())
                .contains("mappings/crm/deal.mapping.yaml:6")
                .contains("as rows.screenOrder");
        assertThat(unknown.attempt().zh()).contains("dropped", "rows.screenOrder");
    }

    @Test
    void aKeyThatWasDroppedByItsPathIsNoNews() {
        Watched deals = Watched.deals(
                folder, LINES + "dropped:\n  rows.screenOrder: {why: 仅供界面, by: 王芳, decided: \"2026-11-20\"}\n");

        assertThat(deals.passes(lines(1, "name", "阀门", "gross", "12.50", "screenOrder", object("x", 1L))))
                .isEmpty();
    }

    @Test
    void aDroppedFieldIsDroppedWithAllThatItHolds() {
        Watched deals =
                Watched.deals(folder, CITY + "dropped:\n  meta: {why: 仅供界面, by: 王芳, decided: \"2026-11-20\"}\n");

        assertThat(deals.passes(deal("address", object("city", "宁波"), "meta", object("a", object("b", 1L)))))
                .isEmpty();
    }

    @Test
    void newKeysInsideAreOnlyReportedWhereTheMappingSaysSo() {
        Watched deals = Watched.reporting(folder, LINES);

        assertThat(deals.passes(lines(1, "name", "阀门", "gross", "12.50", "screenOrder", 3L)))
                .isEmpty();
    }

    @Test
    void aRetypedKeyInsidePausesTheEntity() {
        Watched deals = Watched.deals(folder, LINES);
        known(deals);
        FieldFault retyped = deals.pauses(lines(1, "name", object("zh", "阀门"), "gross", "12.50"))
                .get(0);

        assertThat(retyped.kind()).isEqualTo(FieldFault.Kind.RETYPED);
        assertThat(retyped.what().en()).contains("\"rows[].name\"", "it was TEXT and is OBJECT");
        assertThat(retyped.attempt().en()).contains("deal.mapping.yaml:10", "hefu release crm/deal");
    }

    @Test
    void aKeyThatSometimesIsANumberAndSometimesATextIsNotRetyped() {
        Watched deals = Watched.deals(folder, LINES);
        known(deals);

        assertThat(deals.passes(lines(1, "name", "阀门", "gross", 12L), lines(1, "name", "阀门", "gross", "12.50")))
                .isEmpty();
    }

    @Test
    void aKeyOfAnObjectThatIsRenamedPausesTheEntity() {
        Watched deals = Watched.deals(folder, CITY);
        deals.saw(20, i -> deal("address", object("city", "宁波")));
        List<FieldFault> reasons = deals.pauses(deal("address", object("town", "宁波")));

        assertThat(reasons.get(0).source()).isEqualTo("address.city");
        assertThat(reasons.get(0).what().zh()).contains("address.city", "town");
        assertThat(reasons.get(1).attempt().en()).contains("as address.town");
    }

    @Test
    void aKeyInAListInsideAListIsFoundToo() {
        Watched deals = Watched.deals(
                folder, "  text: party.sites.0.name\n  lines: {from: rows, each: {number: seq, text: product.name}}\n");
        deals.saw(20, i -> nested("name"));

        assertThat(deals.pauses(nested("title")))
                .extracting(FieldFault::source)
                .containsExactly(
                        "party.sites[].name", "rows[].product.name", "party.sites[].title", "rows[].product.title");
    }

    private static java.util.Map<String, Object> nested(String key) {
        return deal(
                "party",
                object("sites", List.of(object(key, "宁波厂"))),
                "rows",
                List.of(object("seq", 1L, "product", object(key, "阀门"))));
    }

    @Test
    void aListWithoutElementsAndAnObjectThatIsNullSayNothingOfWhatIsInside() {
        Watched deals = Watched.deals(folder, LINES + "  other: address.city\n");
        deals.saw(20, i -> with(lines(1, "name", "阀门", "gross", "1"), object("city", "宁波")));

        assertThat(deals.passes(with(deal("rows", List.of()), null))).isEmpty();
        assertThat(deals.passes(with(deal("rows", null), null))).isEmpty();
        assertThat(deals.passes(with(lines(1, "name", "阀门", "gross", "1"), object("city", "宁波"))))
                .isEmpty();
    }

    private static java.util.Map<String, Object> with(java.util.Map<String, Object> deal, Object address) {
        deal.put("address", address);
        return deal;
    }

    @Test
    void theManyLinesOfOneRecordAreTheEvidenceOfOne() {
        Watched deals = Watched.deals(folder, LINES);
        deals.passes(lines(500, "name", "阀门", "gross", "12.50"));

        assertThat(deals.passes(lines(1, "gross", "12.50"))).isEmpty();
        assertThat(deals.passes(lines(1, "name", "阀门", "gross", "12.50"))).isEmpty();
    }

    @Test
    void aKeyThatSomeLinesCarryIsOptional() {
        Watched deals = Watched.deals(folder, LINES);
        deals.saw(
                60,
                i -> deal(
                        "rows",
                        List.of(
                                object("seq", 1L, "name", "阀门", "gross", "1"),
                                i % 2 == 0
                                        ? object("seq", 2L, "gross", "1")
                                        : object("seq", 2L, "name", "泵", "gross", "1"))));

        assertThat(deals.passes(lines(3, "gross", "1"), lines(2, "gross", "1"))).isEmpty();
    }

    @Test
    void aLineThatLacksWhatIsDeclaredAlwaysStopsItsRecordAlone() {
        Watched deals =
                Watched.deals(folder, "  lines: {from: rows, each: {number: seq, text: {from: name, always: true}}}\n");
        var faults = deals.passes(
                deal("rows", List.of(object("seq", 1L, "name", "阀门"), object("seq", 2L))), lines(2, "name", "泵"));

        assertThat(faults).containsOnlyKeys(0);
        assertThat(faults.get(0).get(0).source()).isEqualTo("rows[1].name");
        assertThat(faults.get(0).get(0).attempt().en()).contains("deal.mapping.yaml:6");
    }

    @Test
    void aLineThatCarriesAnUnknownKeyInPlaceOfAKnownOneStopsItsRecordAlone() {
        Watched deals = Watched.reporting(folder, LINES);
        known(deals);
        var faults = deals.passes(lines(1, "name", "阀门", "gross", "1"), lines(1, "name", "阀门", "amountGross", "1"));

        assertThat(faults).containsOnlyKeys(1);
        assertThat(faults.get(1).get(0).what().zh()).contains("rows[0].gross");
    }

    @Test
    void whatAnExpressionLooksForInsideIsFoundMissingAndTheRestIsItsOwnMatter() {
        Watched deals = Watched.deals(
                folder,
                "  text: {cel: \"row.contacts.exists(c, has(c.phone)) ? row.contacts.filter(c, has(c.phone))[0].phone"
                        + " : ''\", reads: [contacts]}\n");
        deals.saw(20, i -> deal("contacts", List.of(object("phone", "110", "label" + i, "办公室"))));
        List<FieldFault> reasons = deals.pauses(deal("contacts", List.of(object("telephone", "110"))));

        assertThat(reasons).extracting(FieldFault::source).containsExactly("contacts[].phone");
        assertThat(reasons.get(0).attempt().en()).contains("deal.mapping.yaml:6");
    }

    @Test
    void aChildTablesColumnThatIsGonePausesTheEntityThoughItWasNeverSeenBefore() {
        Watched deals = Watched.deals(folder, LINES);
        Shape children = new Shape(List.of(
                new Column("seq", ColumnType.INTEGER, "int"),
                new Column("name", ColumnType.TEXT, "text"),
                new Column("amount", ColumnType.DECIMAL, "numeric(12,2)")));
        Row row = new Row(
                new Shape(List.of(
                        new Column("id", ColumnType.INTEGER, "int"),
                        new Column("no", ColumnType.TEXT, "text"),
                        new Column("rows", ColumnType.LIST, "list", Optional.of(children)))),
                new Object[] {1L, "D1", List.of(object("seq", 1L, "name", "阀门", "amount", java.math.BigDecimal.ONE))});
        GateVerdict verdict =
                ShapeGate.judge(deals.mapping(), Optional.empty(), new RowBatch(row.shape(), List.of(row), ""), true);

        List<FieldFault> reasons = ((GateVerdict.Paused) verdict).reasons();
        assertThat(reasons).extracting(FieldFault::source).containsExactly("rows[].gross", "rows[].amount");
        assertThat(reasons.get(0).what().en()).contains("looks renamed to \"amount\"");
        assertThat(reasons.get(1).what().en()).contains("numeric(12,2)");
    }

    @Test
    void aNewKeyOfTheLinesThatIsOnlyReportedIsNamedByItsPlaceAndIsNotDecided() {
        Watched deals = Watched.reporting(folder, LINES);
        GateVerdict verdict = deals.verdict(lines(1, "name", "阀门", "gross", "12.50", "extra", "x"));

        assertThat(((GateVerdict.Passed) verdict).news())
                .extracting(FieldFault::source)
                .containsExactly("rows[].extra");
        assertThat(deals.mapping().source().decides("rows[].extra")).isFalse();
        assertThat(deals.mapping().source().decides("rows[].gross")).isTrue();
        assertThat(deals.mapping().source().decides("no")).isTrue();
    }
}
