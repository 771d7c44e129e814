package io.hefu.mapping;

import static io.hefu.mapping.Home.deal;
import static io.hefu.mapping.Home.faults;
import static io.hefu.mapping.Home.object;
import static io.hefu.mapping.Home.read;
import static io.hefu.mapping.Home.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.hefu.dictionary.Record;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Promise 3: what cannot be understood is said, and never becomes a value. */
class FaultsTest {
    private static final String STAGE = "stage: {from: zt, codes: {待联系: first-contact, 已报价: offer, 已签约: signed}}";

    @TempDir
    Path folder;

    @Test
    void anUnknownCodeNeverBecomesNull() {
        Mapping mapping = deal(folder, STAGE);
        FieldFault fault = onlyFault(mapping, "zt", "待老板定");
        assertThat(fault.kind()).isEqualTo(FieldFault.Kind.UNKNOWN_CODE);
        assertThat(fault.source()).isEqualTo("zt");
        assertThat(fault.what().zh()).isEqualTo("zt：未知代码 \"待老板定\"；已知：待联系, 已报价, 已签约");
        assertThat(fault.what().en()).isEqualTo("zt: unknown code \"待老板定\"; known: 待联系, 已报价, 已签约");
        assertThat(fault.attempt().en())
                .contains("add \"待老板定\" to codes:")
                .contains("mappings/crm/deal.mapping.yaml:6");
    }

    @Test
    void aCodeThatIsNearlyRightIsSuggestedButNotTaken() {
        FieldFault fault = onlyFault(deal(folder, "stage: zt"), "zt", "ofer");
        assertThat(fault.kind()).isEqualTo(FieldFault.Kind.UNKNOWN_CODE);
        assertThat(fault.attempt().in(Locale.ENGLISH)).contains("offer");
    }

    @Test
    void aDateThatCanBeReadInTwoWaysIsAmbiguous() {
        Mapping mapping = deal(folder, "day: {from: d, format: [dd/MM/yyyy, MM/dd/yyyy]}");
        FieldFault fault = onlyFault(mapping, "d", "03/04/2026");
        assertThat(fault.kind()).isEqualTo(FieldFault.Kind.AMBIGUOUS);
        assertThat(fault.what().en()).contains("2026-04-03").contains("2026-03-04");
        assertThat(read(mapping, "day", "d", "25/12/2026")).hasToString("2026-12-25");
        assertThat(read(mapping, "day", "d", "05/05/2026")).hasToString("2026-05-05");
    }

    @Test
    void aDayThatDoesNotExistIsRefused() {
        Mapping mapping =
                deal(folder, "day: {from: d, format: yyyy-MM-dd}\nmoment: {from: m, format: yyyy-MM-dd HH:mm}");
        for (String day : List.of(
                "2026-02-30", "2026-13-01", "2026-00-10", "0000-00-00", "2026-1-1", "2026-01-01 ", "２０２６-01-01")) {
            if (!day.endsWith(" ")) {
                assertThat(onlyFault(mapping, "d", day).kind()).as(day).isEqualTo(FieldFault.Kind.UNPARSEABLE);
            }
        }
        assertThat(onlyFault(mapping, "m", "2026-02-28 24:00").kind()).isEqualTo(FieldFault.Kind.UNPARSEABLE);
        Mapping letters = deal(folder, "day: {from: d, format: d/M/yyyy}");
        assertThat(onlyFault(letters, "d", "30/2/2026").kind()).isEqualTo(FieldFault.Kind.UNPARSEABLE);
        assertThat(read(letters, "day", "d", "9/2/2026")).hasToString("2026-02-09");
    }

    @Test
    void aClockTimeThatComesTwiceIsAmbiguous() {
        Mapping mapping = deal(folder, "moment: m");
        // Shanghai had summer time from 1986 to 1991
        assertThat(onlyFault(mapping, "m", LocalDateTime.of(1990, 9, 16, 1, 30)).kind())
                .isEqualTo(FieldFault.Kind.AMBIGUOUS);
    }

    @Test
    void anotherStyleOfNumbersIsRefusedWithTheDeclarationThatWouldFit() {
        Mapping mapping = deal(folder, "rate: je");
        assertThat(onlyFault(mapping, "je", "1,234.56").attempt().en())
                .contains("declare decimal: \".\", thousands: \",\"");
        assertThat(onlyFault(mapping, "je", "1.234,56").attempt().en())
                .contains("declare decimal: \",\", thousands: \".\"");
        Mapping amount = deal(folder, "amount: {from: je, currency: CNY}");
        assertThat(onlyFault(amount, "je", "12万元").attempt().en()).contains("unit: 10000");
        Mapping grouped = deal(folder, "rate: {from: je, thousands: \",\"}");
        for (String wrong :
                List.of("12,34.56", "1,2345", ",123", "1,,234", "1,234,", "1.2.3", "", "-", "1e5", "abc", ".5", "5.")) {
            assertThat(
                            wrong.isEmpty()
                                    ? FieldFault.Kind.UNPARSEABLE
                                    : onlyFault(grouped, "je", wrong).kind())
                    .as(wrong)
                    .isEqualTo(FieldFault.Kind.UNPARSEABLE);
        }
    }

    @Test
    void anAmountOfAMonstrousSizeIsACheapFault() {
        Mapping mapping = deal(folder, "amount: {from: je, currency: CNY}\nrate: r\ncount: c\nother: o");
        List<Object> monsters = List.of(
                new BigDecimal("1e9999999"),
                new BigDecimal("1e-9999999"),
                new BigDecimal("9".repeat(5_000)),
                "1e9999999",
                "9".repeat(1_000_000),
                "2E574757391");
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(2), () -> {
            for (Object monster : monsters) {
                assertThat(faults(mapping, "je", monster, "r", monster, "c", monster))
                        .hasSize(3);
            }
            assertThat(onlyFault(mapping, "o", new BigDecimal("1e9999999")).kind())
                    .isEqualTo(FieldFault.Kind.TOO_LARGE);
        });
    }

    @Test
    void garbledTextIsBroken() {
        Mapping mapping = deal(folder, "text: {from: t, charset: UTF-8}");
        Charset gbk = Charset.forName("GBK");
        List<Object> garbled = List.of(
                "深圳\ufffd公司",
                "abc\u0000",
                "\u0085深圳",
                "\ud800",
                new String("深圳市蓝海电子".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1),
                new String("Café déjà".getBytes(StandardCharsets.UTF_8), Charset.forName("windows-1252")),
                new String("深圳蓝海".getBytes(gbk), StandardCharsets.ISO_8859_1),
                new String("深圳蓝海电子".getBytes(StandardCharsets.UTF_8), gbk),
                "????",
                "深圳".getBytes(gbk));
        for (Object text : garbled) {
            assertThat(onlyFault(mapping, "t", text).kind())
                    .as(String.valueOf(text))
                    .isEqualTo(FieldFault.Kind.BROKEN_TEXT);
        }
    }

    @Test
    void soundTextOfManyKindsIsNotTakenForBroken() {
        Mapping mapping = deal(folder, "text: t");
        List<String> sound = List.of(
                "Müller & Söhne GmbH",
                "Société Générale à Besançon",
                "李娣",
                "徐浣",
                "鍏",
                "××××公司",
                "产品㐂𠮷镕",
                "½ × 30° ± 2%",
                "什么??",
                "😀",
                "Çağrı Şirketi",
                "行1\n行2\t·",
                "¿Qué?",
                "联通");
        for (String text : sound) {
            assertThat(read(mapping, "text", "t", text)).isEqualTo(text);
        }
    }

    @Test
    void aRetypedCellIsAFault() {
        Mapping mapping =
                deal(folder, "day: d\nrate: r\ntext: t\nlines: {from: rows, each: {number: no}}\nother: a.city");
        assertThat(faults(mapping, "d", true, "r", List.of(), "t", object("x", 1L), "rows", "none", "a", "Ningbo"))
                .extracting(FieldFault::kind)
                .containsOnly(FieldFault.Kind.RETYPED)
                .hasSize(5);
    }

    @Test
    void aRequiredFieldThatIsEmptyIsAFaultAndAnAbsentOneIsNot() {
        Mapping mapping = deal(folder, "text: t");
        MappedRow.Faulty faulty = (MappedRow.Faulty) mapping.toRecord(row("no", null, "t", "x"));
        assertThat(faulty.faults()).extracting(FieldFault::kind).containsExactly(FieldFault.Kind.REQUIRED);
        assertThat(mapping.toRecord(row("t", "x"))).isInstanceOf(MappedRow.Mapped.class);
    }

    @Test
    void everyFaultOfARowIsTold() {
        Mapping mapping = deal(
                folder,
                STAGE
                        + "\nday: {from: d, format: yyyyMMdd}\nrate: r\nlines: {from: rows, each: {number: no, price: {from: p, currency: CNY}}}");
        List<FieldFault> faults = faults(
                mapping,
                "zt",
                "?",
                "d",
                "20261301",
                "r",
                "x",
                "rows",
                List.of(object("no", 1L, "p", "y"), object("no", null, "p", 1L)));
        assertThat(faults).extracting(FieldFault::source).containsExactly("zt", "d", "r", "rows[0].p", "rows[1].no");
    }

    @Test
    void absentNullAndEmptyAreThreeThings() {
        Mapping mapping = deal(folder, "text: t\nother: {from: o, empty: null}\nrate: r\n" + STAGE + "\npartner: p");
        assertThat(read(mapping, "text")).isNull();
        assertThat(read(mapping, "text", "t", null)).isEqualTo(Record.Nothing.NULL);
        assertThat(read(mapping, "text", "t", "  ")).isEqualTo("");
        assertThat(read(mapping, "other", "o", "")).isEqualTo(Record.Nothing.NULL);
        assertThat(read(mapping, "rate", "r", "")).isEqualTo(Record.Nothing.NULL);
        assertThat(read(mapping, "stage", "zt", "")).isEqualTo(Record.Nothing.NULL);
        assertThat(read(mapping, "partner", "p", "")).isEqualTo(Record.Nothing.NULL);
    }

    @Test
    void absentNeverOverwritesSinceItIsNoValueAtAll() {
        Mapping mapping = deal(
                folder, "text: t\namount: {from: je, currency: {from: bz}}\nlines: {from: rows, each: {number: no}}");
        Record record = ((MappedRow.Mapped) mapping.toRecord(row("no", "D1"))).record();
        assertThat(record.has(mapping.entity().field("text"))).isFalse();
        assertThat(record.has(mapping.entity().field("amount"))).isFalse();
        assertThat(record.list(mapping.entity().field("lines"))).isEmpty();
    }

    @Test
    void anAmountWithoutCurrencyOrWithAnotherSignIsAFault() {
        Mapping mapping = deal(folder, "amount: {from: je, currency: {from: bz}}");
        assertThat(onlyFault(mapping, "je", 5L, "bz", "").kind()).isEqualTo(FieldFault.Kind.REQUIRED);
        assertThat(onlyFault(mapping, "je", 5L, "bz", "人民币").kind()).isEqualTo(FieldFault.Kind.UNKNOWN_CODE);
        assertThat(onlyFault(mapping, "je", "￥5", "bz", "USD").kind()).isEqualTo(FieldFault.Kind.UNPARSEABLE);
    }

    @Test
    void aPatternThatWouldRunForHoursIsStopped() {
        Mapping mapping = deal(folder, "text: {from: t, pattern: \"((a+)+)b\"}");
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(2),
                () -> assertThat(onlyFault(mapping, "t", "a".repeat(5_000)).kind())
                        .isEqualTo(FieldFault.Kind.TOO_LARGE));
    }

    @Test
    void rowsThatADecisionLeavesOutAreDroppedWithItsWords() {
        Mapping mapping = Home.in(folder).dealFile("""
                        read:
                          resource: deals
                          key: id
                          only: {when: "row.kind == 'sale'", why: 采购不归本中心, by: 王芳, decided: "2026-11-20"}
                        fields: {number: no}
                        """).mapping("crm", "deal");
        assertThat(((MappedRow.Dropped) mapping.toRecord(row("no", "1", "kind", "buy")))
                        .decision()
                        .zh())
                .isEqualTo("采购不归本中心（王芳）");
        assertThat(mapping.toRecord(row("no", "1", "kind", "sale"))).isInstanceOf(MappedRow.Mapped.class);
        assertThat(mapping.toRecord(row("no", "1"))).isInstanceOf(MappedRow.Faulty.class);
    }

    private static FieldFault onlyFault(Mapping mapping, Object... namesAndCells) {
        List<FieldFault> faults = faults(mapping, namesAndCells);
        assertThat(faults).hasSize(1);
        return faults.get(0);
    }
}
