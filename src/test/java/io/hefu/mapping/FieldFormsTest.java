package io.hefu.mapping;

import static io.hefu.mapping.Home.deal;
import static io.hefu.mapping.Home.object;
import static io.hefu.mapping.Home.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hefu.dictionary.Money;
import io.hefu.dictionary.Record;
import io.hefu.dictionary.Reference;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each form of a field: what a cell becomes, and what it becomes again. */
class FieldFormsTest {
    @TempDir
    java.nio.file.Path folder;

    @Test
    void aColumnIsRenamedAndBlanksAroundItAreTakenOff() {
        Mapping mapping = deal(folder, "text: kehu");
        assertThat(read(mapping, "text", "kehu", "\u3000深圳市蓝海电子股份有限公司 ")).isEqualTo("深圳市蓝海电子股份有限公司");
        assertThat(back(mapping, "text", "深圳")).isEqualTo(Map.of("kehu", "深圳"));
    }

    @Test
    void blanksStayWhereTrimIsOff() {
        Mapping mapping = deal(folder, "text: {from: a, trim: false}");
        assertThat(read(mapping, "text", "a", " x ")).isEqualTo(" x ");
    }

    @Test
    void aConstantIsTheSameForEveryRecord() {
        assertThat(read(deal(folder, "day: {constant: \"2026-01-31\"}"), "day")).isEqualTo(LocalDate.of(2026, 1, 31));
        assertThat(read(deal(folder, "count: {constant: 3}"), "count")).isEqualTo(3L);
    }

    @Test
    void codesAreTranslatedBothWays() {
        Mapping mapping = deal(folder, "stage: {from: zt, codes: {待联系: first-contact, 已报价: offer, 已签约: signed}}");
        assertThat(read(mapping, "stage", "zt", "已报价")).isEqualTo("offer");
        assertThat(back(mapping, "stage", "offer")).isEqualTo(Map.of("zt", "已报价"));
    }

    @Test
    void codesMayBeNumbersAndFlags() {
        Mapping mapping = deal(
                folder,
                "stage: {from: z, codes: {0: first-contact, 1: offer, 2: signed}}\ndone: {from: f, codes: {A: true, B: false}}");
        assertThat(read(mapping, "stage", "z", 2L)).isEqualTo("signed");
        assertThat(read(mapping, "done", "f", "B")).isEqualTo(false);
        assertThat(back(mapping, "done", true)).isEqualTo(Map.of("f", "A"));
    }

    @Test
    void aDateIsReadInItsDeclaredFormatAndWrittenInIt() {
        Mapping mapping = deal(folder, "day: {from: rq, format: yyyyMMdd}");
        assertThat(read(mapping, "day", "rq", "20260105")).isEqualTo(LocalDate.of(2026, 1, 5));
        assertThat(read(mapping, "day", "rq", 20260105L)).isEqualTo(LocalDate.of(2026, 1, 5));
        assertThat(back(mapping, "day", LocalDate.of(2026, 1, 5))).isEqualTo(Map.of("rq", "20260105"));
    }

    @Test
    void aDateMayComeInSeveralFormatsAndIsWrittenInTheFirst() {
        Mapping mapping = deal(folder, "day: {from: d, format: [dd/MM/yyyy, yyyy年M月d日]}");
        assertThat(read(mapping, "day", "d", "31/12/2026")).isEqualTo(LocalDate.of(2026, 12, 31));
        assertThat(read(mapping, "day", "d", "2026年3月5日")).isEqualTo(LocalDate.of(2026, 3, 5));
        assertThat(back(mapping, "day", LocalDate.of(2026, 3, 5))).isEqualTo(Map.of("d", "05/03/2026"));
    }

    @Test
    void typedDatesNeedNoFormat() {
        Mapping mapping = deal(folder, "day: d\nmoment: m");
        assertThat(read(mapping, "day", "d", LocalDateTime.of(2026, 1, 31, 23, 59)))
                .isEqualTo(LocalDate.of(2026, 1, 31));
        assertThat(read(mapping, "moment", "m", LocalDateTime.of(2026, 1, 31, 8, 0)))
                .isEqualTo(Instant.parse("2026-01-31T00:00:00Z"));
        assertThat(back(mapping, "day", LocalDate.of(2026, 1, 31))).isEqualTo(Map.of("d", LocalDate.of(2026, 1, 31)));
    }

    @Test
    void timesComeAsTextWithOffsetAsClockTimeOrAsNumber() {
        Mapping mapping = deal(folder, "moment: {from: m, format: \"yyyy-MM-dd'T'HH:mm:ss.SSSXXX\"}");
        assertThat(read(mapping, "moment", "m", "2026-11-20T09:30:00.000+08:00"))
                .isEqualTo(Instant.parse("2026-11-20T01:30:00Z"));
        assertThat(back(mapping, "moment", Instant.parse("2026-11-20T01:30:00Z")))
                .isEqualTo(Map.of("m", "2026-11-20T09:30:00.000+08:00"));
        Mapping clock = deal(folder, "moment: {from: m, format: yyyy-MM-dd HH:mm:ss}");
        assertThat(read(clock, "moment", "m", "2026-11-20 09:30:00")).isEqualTo(Instant.parse("2026-11-20T01:30:00Z"));
        Mapping counted = deal(folder, "moment: {from: m, format: epoch-millis}");
        assertThat(read(counted, "moment", "m", 1_795_000_000_123L))
                .isEqualTo(Instant.ofEpochMilli(1_795_000_000_123L));
        assertThat(back(counted, "moment", Instant.ofEpochMilli(5))).isEqualTo(Map.of("m", 5L));
    }

    @Test
    void trytonsTaggedValuesAreRead() {
        Mapping mapping = deal(
                folder,
                "day: {from: d, format: tryton}\nmoment: {from: m, format: tryton}\namount: {from: a, currency: CNY, format: tryton}");
        assertThat(read(mapping, "day", "d", object("__class__", "date", "year", 2026L, "month", 9L, "day", 1L)))
                .isEqualTo(LocalDate.of(2026, 9, 1));
        assertThat(read(
                        mapping,
                        "moment",
                        "m",
                        object("year", 2026L, "month", 9L, "day", 1L, "hour", 8L, "microsecond", 973L)))
                .isEqualTo(Instant.parse("2026-09-01T08:00:00.000973Z"));
        assertThat(read(mapping, "amount", "a", object("__class__", "Decimal", "decimal", "4300.00")))
                .isEqualTo(Money.of("4300.00", "CNY"));
    }

    @Test
    void numbersMayHaveSeparators() {
        Mapping chinese = deal(folder, "rate: {from: je, thousands: \",\"}");
        assertThat(read(chinese, "rate", "je", "1,234,567.50")).isEqualTo(new BigDecimal("1234567.50"));
        assertThat(back(chinese, "rate", new BigDecimal("-1234567.50"))).isEqualTo(Map.of("je", "-1,234,567.50"));
        Mapping german = deal(folder, "rate: {from: je, decimal: \",\", thousands: \".\"}");
        assertThat(read(german, "rate", "je", "1.234,56")).isEqualTo(new BigDecimal("1234.56"));
        assertThat(back(german, "rate", new BigDecimal("1234.56"))).isEqualTo(Map.of("je", "1.234,56"));
    }

    @Test
    void anAmountKeepsItsScaleAndItsSignMayStandBeforeIt() {
        Mapping mapping = deal(folder, "amount: {from: je, currency: CNY, thousands: \",\"}");
        Money money = (Money) read(mapping, "amount", "je", "￥1,234.50");
        assertThat(money.amount()).isEqualTo(new BigDecimal("1234.50"));
        assertThat(back(mapping, "amount", money)).isEqualTo(Map.of("je", "1,234.50"));
    }

    @Test
    void amountsInTenThousandsCountOnlyWhenDeclared() {
        Mapping mapping = deal(folder, "amount: {from: je, currency: CNY, unit: 10000}");
        assertThat(read(mapping, "amount", "je", "12.5万元")).isEqualTo(Money.of("125000", "CNY"));
        assertThat(read(mapping, "amount", "je", new BigDecimal("12.5"))).isEqualTo(Money.of("125000", "CNY"));
        assertThat(back(mapping, "amount", Money.of("125000", "CNY")))
                .isEqualTo(Map.of("je", new BigDecimal("12.5000")));
    }

    @Test
    void aRateInPerCentBecomesAFraction() {
        Mapping mapping = deal(folder, "rate: {from: sl, unit: 0.01}");
        assertThat((BigDecimal) read(mapping, "rate", "sl", new BigDecimal("13.00")))
                .isEqualByComparingTo("0.13");
        assertThat((BigDecimal) back(mapping, "rate", new BigDecimal("0.13")).get("sl"))
                .isEqualByComparingTo("13");
    }

    @Test
    void theCurrencyMayStandInAnotherColumn() {
        Mapping mapping = deal(folder, "amount: {from: je, currency: {from: bz, codes: {人民币: CNY, 美元: USD}}}");
        assertThat(read(mapping, "amount", "je", new BigDecimal("10.00"), "bz", "美元"))
                .isEqualTo(Money.of("10", "USD"));
        assertThat(back(mapping, "amount", Money.of("10.00", "USD")))
                .isEqualTo(Map.of("je", new BigDecimal("10.00"), "bz", "美元"));
    }

    private static final String LINES_IN_THE_CURRENCY_ABOVE =
            "amount: {from: total, currency: {from: bz, codes: {人民币: CNY, 美元: USD}}}\n"
                    + "lines: {from: rows, each: {number: no, price: {from: p, currency: {above: bz, codes: {人民币: CNY, 美元: USD}}}}}";

    @Test
    void amountsOfAListMayBeInTheCurrencyOfTheRecordAroundIt() {
        Mapping mapping = deal(folder, LINES_IN_THE_CURRENCY_ABOVE);
        List<Object> rows = List.of(object("no", 1L, "p", new BigDecimal("18.50")));
        List<?> lines = (List<?>) read(mapping, "lines", "rows", rows, "bz", "美元");
        assertThat(lines.toString()).isEqualTo("[line{number=1, price=18.50 USD}]");
        assertThat(Written.cells(folder, mapping, withLines(mapping, lines, "USD")))
                .isEqualTo(Map.of("total", new BigDecimal("18.50"), "bz", "美元", "rows", rows));
    }

    @Test
    void anElementInAnotherCurrencyThanItsRecordCannotBeWritten() {
        Mapping mapping = deal(folder, LINES_IN_THE_CURRENCY_ABOVE);
        List<Object> rows = List.of(object("no", 1L, "p", new BigDecimal("18.50")));
        List<?> lines = (List<?>) read(mapping, "lines", "rows", rows, "bz", "美元");
        assertThatThrownBy(() -> Written.cells(folder, mapping, withLines(mapping, lines, "CNY")))
                .isInstanceOf(WriteSide.NotSayable.class);
    }

    private static Record withLines(Mapping mapping, List<?> lines, String currency) {
        return Record.empty(mapping.entity())
                .with(mapping.entity().field("amount"), Money.of("18.50", currency))
                .with(mapping.entity().field("lines"), lines);
    }

    @Test
    void bytesAreDecodedByTheDeclaredCharsetUpToFourBytes() {
        Mapping mapping = deal(folder, "text: {from: mc, charset: GBK}");
        byte[] bytes = "付款通知㐂镕".getBytes(Charset.forName("GB18030"));
        assertThat(read(mapping, "text", "mc", bytes)).isEqualTo("付款通知㐂镕");
    }

    @Test
    void severalColumnsAreJoinedAndTakenApartAgain() {
        Mapping mapping = deal(folder, "text: {from: [province, city], join: \" \"}");
        assertThat(read(mapping, "text", "province", "广东", "city", "深圳")).isEqualTo("广东 深圳");
        assertThat(back(mapping, "text", "广东 深圳")).isEqualTo(Map.of("province", "广东", "city", "深圳"));
    }

    @Test
    void oneColumnIsSplitAndPutTogetherAgain() {
        Mapping mapping =
                deal(folder, "text: {from: name, split: \" \", part: 1}\nother: {from: name, split: \" \", part: 2}");
        assertThat(read(mapping, "text", "name", "Anna Maria Li")).isEqualTo("Anna");
        assertThat(read(mapping, "other", "name", "Anna Maria Li")).isEqualTo("Maria Li");
        Record record = Record.empty(mapping.entity())
                .with(mapping.entity().field("text"), "Anna")
                .with(mapping.entity().field("other"), "Maria Li");
        assertThat(Written.cells(folder, mapping, record)).isEqualTo(Map.of("name", "Anna Maria Li"));
    }

    @Test
    void aPatternFindsWhatItLooksForInTheFirstTextThatHasIt() {
        Mapping mapping = deal(folder, "text: {from: [subject, files], pattern: \"(SJ-[0-9]{4}-[0-9]{4})\"}");
        assertThat(read(mapping, "text", "subject", "回复：报价 SJ-2026-0187 已发")).isEqualTo("SJ-2026-0187");
        assertThat(read(mapping, "text", "subject", "附件", "files", List.of("a.pdf", "SJ-2026-0001.pdf")))
                .isEqualTo("SJ-2026-0001");
        assertThat(read(mapping, "text", "subject", "你好")).isEqualTo(Record.Nothing.NULL);
    }

    @Test
    void aPatternWithoutAGroupTakesTheWholeMatch() {
        Mapping mapping = deal(folder, "text: {from: subject, pattern: \"SJ-[0-9]{4}\"}");
        assertThat(read(mapping, "text", "subject", "回复：SJ-2026-0187")).isEqualTo("SJ-2026");
    }

    @Test
    void nestedPathsAndKeysThatEndWithADotAreFollowed() {
        Mapping mapping = deal(folder, "text: address.city\nother: party..code");
        assertThat(read(mapping, "text", "address", object("city", "宁波"))).isEqualTo("宁波");
        assertThat(read(mapping, "other", "party.", object("code", "C-1002"))).isEqualTo("C-1002");
        assertThat(back(mapping, "text", "宁波")).isEqualTo(Map.of("address", Map.of("city", "宁波")));
    }

    @Test
    void aReferenceIsAKeyHereOrElsewhereOrABusinessKey() {
        assertThat(read(deal(folder, "partner: acc"), "partner", "acc", 17L))
                .isEqualTo(new Reference.ByKey("crm", "partner", "17"));
        assertThat(read(deal(folder, "partner: {from: p, by: code}"), "partner", "p", " S001 "))
                .isEqualTo(new Reference.ByBusinessKey("partner", "code", "S001"));
        Mapping mapping = deal(folder, "partner: acc");
        Reference.Known known = new Reference.Known(io.hefu.dictionary.Uid.create());
        Record record = Record.empty(mapping.entity()).with(mapping.entity().field("partner"), known);
        assertThat(Written.cells(folder, mapping, record, reference -> Optional.of("A17")))
                .isEqualTo(Map.of("acc", "A17"));
    }

    @Test
    void aListOfObjectsBecomesPartsAndObjectsAgain() {
        Mapping mapping =
                deal(folder, "lines: {from: rows, each: {number: no, text: t, price: {from: p, currency: CNY}}}");
        List<Object> rows = List.of(
                object("no", 1L, "t", "继电器", "p", new BigDecimal("18.50")), object("no", 2L, "t", null, "p", 600L));
        List<?> lines = (List<?>) read(mapping, "lines", "rows", rows);
        assertThat(lines.toString())
                .isEqualTo("[line{number=1, text=继电器, price=18.50 CNY}, line{number=2, text=null, price=600 CNY}]");
        assertThat(back(mapping, "lines", lines))
                .isEqualTo(Map.of(
                        "rows",
                        List.of(
                                object("no", 1L, "t", "继电器", "p", new BigDecimal("18.50")),
                                object("no", 2L, "t", null, "p", new BigDecimal("600")))));
    }

    @Test
    void elementsOfAListMayBeLeftOut() {
        Mapping mapping = deal(folder, "lines: {from: rows, only: \"row.type == 'line'\", each: {number: no}}");
        Object lines = read(
                mapping, "lines", "rows", List.of(object("no", 1L, "type", "line"), object("no", 2L, "type", "title")));
        assertThat((List<?>) lines).hasSize(1);
    }

    @Test
    void anExpressionStandsInWhereNoSimpleFormFits() {
        Mapping mapping = deal(
                folder,
                "text: {cel: \"row.a + '/' + row.b\", reads: [a, b], back: {a: \"has(record.text) ? record.text : ''\"}}");
        assertThat(read(mapping, "text", "a", "甲", "b", "乙")).isEqualTo("甲/乙");
        assertThat(Home.faults(mapping, "a", "甲"))
                .extracting(FieldFault::kind)
                .containsExactly(FieldFault.Kind.UNPARSEABLE);
    }

    private Map<String, Object> back(Mapping mapping, String field, Object value) {
        return Written.cells(
                folder,
                mapping,
                Record.empty(mapping.entity()).with(mapping.entity().field(field), value));
    }
}
