package io.hefu.expression;

import static io.hefu.expression.TradeDictionary.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hefu.definition.Position;
import io.hefu.definition.Violations;
import io.hefu.dictionary.Dictionary;
import io.hefu.dictionary.Money;
import io.hefu.dictionary.Record;
import io.hefu.dictionary.Reference;
import io.hefu.dictionary.Uid;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What expressions say of records and rows. */
class ExpressionsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 9, 30);
    private static final Dictionary DICTIONARY = TradeDictionary.DICTIONARY;
    private static final Expressions EXPRESSIONS = new Expressions(DICTIONARY, new WorkCalendar(List.of()));
    private static final Record PDF =
            record("document", "sha256", "a", "kind", "offer", "mediaType", "application/pdf");

    @Test
    void aStageWithoutItsDocumentIsSeen() {
        String rule = "record.stage == 'offer' && !record.documents.exists(d, has(d.kind) && d.kind == 'offer'"
                + " && has(d.mediaType) && d.mediaType == 'application/pdf')";

        assertThat(isTrue(rule, record("opportunity", "stage", "offer"))).isTrue();
        assertThat(isTrue(rule, record("opportunity", "stage", "offer", "documents", List.of(PDF))))
                .isFalse();
        assertThat(isTrue(rule, record("opportunity", "stage", "signed"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "record.gross.over('100.10 CNY')                               | false",
                "record.gross.over('100.09 CNY')                               | true",
                "record.gross.atLeast('100.100 CNY')                           | true",
                "record.gross.under('100.11 CNY')                              | true",
                "record.gross.atMost('100.1 CNY')                              | true",
                "record.gross == money('100.1 CNY')                            | true",
                "record.gross != money('100.1 CNY')                            | false",
                "record.gross.isZero()                                         | false",
                "sum(record.lines, 'gross') == record.gross                    | true",
                "(record.gross - money('100.1 CNY')).isZero()                  | true",
                "record.gross + money('0.1 CNY') == money('100.2 CNY')         | true",
                "record.gross * 3 == money('300.3 CNY')                        | true",
                "-record.gross == money('-100.1 CNY')                          | true",
                "record.gross.currency() == 'CNY'                              | true",
                "sum(record.lines, 'quantity') == 3                            | true",
                "sum(record.lines.filter(l, l.number > 5), 'gross').isZero()   | true",
                "sum(record.lines.filter(l, l.number > 5), 'quantity') == decimal('0') | true",
                "record.gross.amount() - sum(record.lines.filter(l, l.number > 5), 'quantity') == decimal('100.1') | true",
                "record.lines.size() == 2                                      | true",
                "record.lines[1].number == 2                                   | true",
                "record.lines.all(l, l.number > 0)                             | true",
                "record.lines.filter(l, l.number > 1).size() == 1              | true",
                "record.lines.map(l, l.number) == [1, 2]                       | true",
                "record.date == date('2026-09-25')                             | true",
                "record.date < today && today > record.date                    | true",
                "record.date <= record.date && record.date >= record.date      | true",
                "daysBetween(record.date, today) == 5                          | true",
                "workdaysBetween(record.date, date('2026-10-08')) == 4         | true",
                "addDays(record.date, 7) == date('2026-10-02')                 | true",
                "addWorkdays(date('2026-09-30'), 1) == date('2026-10-08')      | true",
                "addWorkdays(date('2026-10-08'), -1) == date('2026-09-30')     | true",
                "isWorkday(date('2026-10-10'))                                 | true",
                "year(record.date) == 2026 && month(record.date) == 9          | true",
                "has(record.taxRate) && record.taxRate == decimal('0.130')     | true",
                "has(record.taxRate) && record.taxRate < 1                     | true",
                "has(record.taxRate) && record.taxRate * 100 == 13             | true",
                "decimal('10').dividedBy(decimal('3'), 2) == decimal('3.33')   | true",
                "round(decimal('2.345'), 2) == decimal('2.35')                 | true",
                "record.state in ['approved', 'closed']                        | true",
                "record.number.startsWith('XS') && record.number.size() == 4   | true",
                "has(record.paymentTerms) ? record.paymentTerms == '' : true   | true",
                "record.customer == record.customer                            | true",
                "time('2026-01-01T00:00:00+08:00') < time('2026-01-01T00:00:00Z') | true",
                "dateIn(time('2025-12-31T16:30:00Z'), 'Asia/Shanghai') == date('2026-01-01') | true"
            })
    void anOrderAnswers(String text, boolean expected) {
        assertThat(isTrue(text, order())).isEqualTo(expected);
    }

    @Test
    void amountsInDifferentCurrenciesAreNeverComparedSilently() {
        for (String text : List.of(
                "record.gross == money('100.10 USD')",
                "record.gross != money('100.10 USD')",
                "record.gross.over('1 USD')",
                "record.gross in [money('1 USD')]",
                "(record.gross + money('1 USD')).isZero()")) {
            assertThatThrownBy(() -> isTrue(text, order()))
                    .as(text)
                    .isInstanceOfSatisfying(
                            ExpressionFault.class,
                            fault -> assertThat(fault.reason().zh())
                                    .contains("币种不同")
                                    .contains("100.10 CNY"));
        }
    }

    @Test
    void aRequiredFieldThatIsMissingAllTheSameIsAFaultThatNamesIt() {
        assertThatThrownBy(() -> isTrue("record.stage == 'offer'", record("opportunity", "number", "SJ-1")))
                .isInstanceOfSatisfying(
                        ExpressionFault.class,
                        fault -> assertThat(fault.reason().en()).contains("opportunity has no value in “stage”"));
    }

    @Test
    void nullIsAsMuchNothingAsAbsent() {
        assertThat(isTrue("has(record.expected)", record("opportunity", "expected", Record.Nothing.NULL)))
                .isFalse();
        assertThat(isTrue("has(record.expected)", record("opportunity"))).isFalse();
    }

    @Test
    void theFormerRecordAndWhatChangedAreKnown() {
        Record before = record("opportunity", "stage", "need-confirmed");
        Record after = record("opportunity", "stage", "offer");
        CompiledExpression moved = compile("changed('stage') && has(before.stage) && before.stage != record.stage");

        assertThat(moved.isTrue(Bindings.ofRecord(
                        after,
                        Optional.of(before),
                        Set.of(TradeDictionary.entity("opportunity").field("stage")),
                        TODAY)))
                .isTrue();
        assertThat(moved.isTrue(Bindings.ofRecord(after, TODAY))).isFalse();
    }

    @Test
    void whatAnExpressionReadsIsKnown() {
        assertThat(compile("record.stage == 'offer' && record.documents.exists(d, d.sha256 == 'x') && changed('owner')"
                                + " && has(before.expected)")
                        .reads())
                .containsExactlyInAnyOrder("stage", "documents", "owner", "expected");
    }

    @Test
    void aRowIsReadByColumn() {
        Map<String, Object> cells = new LinkedHashMap<>();
        cells.put("first", "张");
        cells.put("客户名称", "三丰");
        cells.put("amount", new BigDecimal("12.50"));
        cells.put("count", 3L);
        cells.put("empty", null);
        cells.put("address", Map.of("city", "宁波", "lines", List.of(1, 2)));
        Map<String, Object> expected = new LinkedHashMap<>();
        expected.put("row.first + row['客户名称']", "张三丰");
        expected.put("row.amount + row.count", new BigDecimal("15.50"));
        expected.put("row.amount > row.count", true);
        expected.put("row.address.city", "宁波");
        expected.put("row.address.lines[1]", 2L);
        expected.put("has(row.empty) ? row.empty : 'none'", "none");
        expected.put("has(row.nothing)", false);
        expected.put("'first' in row", true);
        expected.put("row.empty == null", true);
        expected.put("money(row.amount, 'CNY')", Money.of("12.50", "CNY"));
        expected.put("date('20260131', 'yyyyMMdd')", LocalDate.of(2026, 1, 31));
        expected.put("text(row.amount) + '元'", "12.50元");
        expected.put("row.first.trim().size()", 1L);

        expected.forEach(
                (text, value) -> assertThat(overRow(text, cells)).as(text).contains(value));
        assertThat(overRow("row.empty", cells)).isEmpty();
    }

    @Test
    void aRowsValuesOfDifferentKindsAreNotComparedSilently() {
        assertThatThrownBy(() -> overRow("row.status == 1", Map.of("status", "1")))
                .isInstanceOf(ExpressionFault.class)
                .hasMessageContaining("a text and a number cannot be compared");
    }

    @Test
    void aStoredValueIsConverted() {
        CompiledExpression toMoney = EXPRESSIONS
                .compile(
                        "money(value, 'CNY')",
                        Position.of("d.yaml"),
                        new Scope.OverValue(Optional.of(io.hefu.dictionary.DataType.Scalar.DECIMAL)),
                        new Result.Of(io.hefu.dictionary.DataType.Scalar.MONEY),
                        new Violations())
                .orElseThrow();

        assertThat(toMoney.evaluate(Bindings.ofValue(new BigDecimal("7.5"), TODAY)))
                .contains(Money.of("7.5", "CNY"));
    }

    @Test
    void loopsInLoopsEnd() {
        List<Record> lines = java.util.Collections.nCopies(400, record("order-line", "number", 1L));
        Record large = record("order", "gross", Money.of("1", "CNY"), "lines", lines);

        assertThatThrownBy(() ->
                        isTrueOver("order", "record.lines.all(a, record.lines.all(b, a.number == b.number))", large))
                .isInstanceOf(ExpressionFault.class)
                .hasMessageContaining("too many turns");
    }

    private static Record order() {
        return record(
                "order",
                "number",
                "XS-1",
                "customer",
                new Reference.Known(Uid.parse("01890a5d-ac96-774b-bcce-b302099a8057")),
                "date",
                LocalDate.of(2026, 9, 25),
                "state",
                "approved",
                "gross",
                Money.of("100.10", "CNY"),
                "taxRate",
                new BigDecimal("0.13"),
                "lines",
                List.of(
                        record(
                                "order-line",
                                "number",
                                1L,
                                "quantity",
                                new BigDecimal("1.5"),
                                "gross",
                                Money.of("100", "CNY")),
                        record(
                                "order-line",
                                "number",
                                2L,
                                "quantity",
                                new BigDecimal("1.50"),
                                "gross",
                                Money.of("0.1", "CNY"))));
    }

    private static boolean isTrue(String text, Record record) {
        return isTrueOver(record.type().name(), text, record);
    }

    private static boolean isTrueOver(String entity, String text, Record record) {
        return compile(entity, text).isTrue(Bindings.ofRecord(record, TODAY));
    }

    private static CompiledExpression compile(String text) {
        return compile("opportunity", text);
    }

    private static CompiledExpression compile(String entity, String text) {
        Violations violations = new Violations();
        Optional<CompiledExpression> compiled = EXPRESSIONS.compile(
                text,
                Position.of("rules.yaml"),
                new Scope.OverRecord(TradeDictionary.entity(entity)),
                Result.FLAG,
                violations);
        violations.throwIfAny();
        return compiled.orElseThrow();
    }

    private static Optional<Object> overRow(String text, Map<String, Object> cells) {
        Violations violations = new Violations();
        Optional<CompiledExpression> compiled =
                EXPRESSIONS.compile(text, Position.of("m.yaml"), new Scope.OverRow(), Result.ANYTHING, violations);
        violations.throwIfAny();
        return compiled.orElseThrow().evaluate(Bindings.ofRow(new Cells(cells), TODAY));
    }

    private record Cells(Map<String, Object> map) implements SourceCells {
        @Override
        public boolean has(String column) {
            return map.containsKey(column);
        }

        @Override
        public Object cell(String column) {
            return map.get(column);
        }
    }

    @Test
    void aTimeOfADocumentIsNoDateUntilAZoneIsSaid() {
        Record document = record("document", "sha256", "a", "received", Instant.parse("2025-12-31T16:30:00Z"));

        assertThat(isTrueOver(
                        "document",
                        "has(record.received) && dateIn(record.received, 'Asia/Shanghai') == date('2026-01-01')",
                        document))
                .isTrue();
    }
}
