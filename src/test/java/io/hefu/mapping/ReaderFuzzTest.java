package io.hefu.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.hefu.systems.Row;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a cell holds, a reader neither throws nor takes long. */
class ReaderFuzzTest {
    private static final int CELLS = 200_000;
    private static final String[] COLUMNS = {
        "no", "t", "j1", "j2", "s", "pat", "zt", "n", "r", "w", "je", "bz", "d", "d2", "e", "m", "m2", "f", "p", "o",
        "rows", "cel"
    };
    private static final String FIELDS = """
            text: {from: [j1, j2], join: " "}
            other: {from: pat, pattern: "((a|b|ab)*)c"}
            stage: {from: zt, codes: {待联系: first-contact, 已报价: offer, 已签约: signed}}
            count: {from: n, thousands: ","}
            rate: {from: r, decimal: ",", thousands: ".", unit: 10000, format: tryton}
            amount: {from: je, currency: {from: bz}, format: tryton}
            day: {from: d, format: [dd/MM/yyyy, MM/dd/yyyy, d.M.yy, yyyyMMdd, tryton]}
            moment: {from: m, format: [iso, yyyy-MM-dd HH:mm:ss, tryton]}
            done: f
            partner: p
            lines: {from: rows, only: "row.no != 7", each: {number: no, text: t, price: {from: p, currency: CNY}}}
            """;
    private static final String OTHERS = """
            text: {cel: "text(row.cel) + row.t", reads: [cel, t]}
            other: {from: s, split: "-", part: 2}
            stage: zt
            count: {from: n, unit: 100}
            rate: {cel: "row.w", reads: [w]}
            day: {from: d2, format: epoch-seconds}
            moment: {from: m2, format: epoch-millis}
            done: {from: f, codes: {是: true, 否: false}}
            partner: {from: o.deep.0.key, by: code}
            """;
    private static final String[] TEXTS = {
        "",
        " ",
        "0",
        "-0",
        "1e9999999",
        "1,234.56",
        "1.234,5",
        "20260230",
        "31/12/2026",
        "03/04/26",
        "2026-11-20T09:30:00+08:00",
        "9999-99-99",
        "待联系",
        "深圳\ufffd",
        "\ud800",
        "\u0000",
        "true",
        "是",
        "9".repeat(5000),
        "a".repeat(20_000),
        "ab".repeat(300),
        "NaN",
        "Infinity",
        "0x10",
        "٣",
        "１２",
        "-",
        "+",
        ".",
        ",",
        "￥",
        "-￥1",
        "CNY",
        "+999999999-01-01",
        "2026-W01-1",
        "12:00"
    };

    @TempDir
    Path folder;

    @Test
    void noCellMakesAReaderThrowOrStall() {
        List<Mapping> mappings = List.of(Home.deal(folder, FIELDS), Home.deal(folder.resolve("others"), OTHERS));
        Random random = new Random(42);
        long slowest = 0;
        for (int i = 0; i < CELLS / COLUMNS.length * 2; i++) {
            Row row = row(random);
            long started = System.nanoTime();
            for (Mapping mapping : mappings) {
                assertThat(mapping.toRecord(row)).isNotNull();
                assertThat(mapping.fingerprint(row)).isEqualTo(mapping.fingerprint(row));
                assertThat(mapping.key(row)).isNotNull();
            }
            slowest = Math.max(slowest, System.nanoTime() - started);
        }
        assertThat(slowest / 1_000_000).as("milliseconds of the slowest row").isLessThan(2_000);
    }

    private static Row row(Random random) {
        Object[] namesAndCells = new Object[COLUMNS.length * 2];
        for (int i = 0; i < COLUMNS.length; i++) {
            namesAndCells[2 * i] = COLUMNS[i];
            namesAndCells[2 * i + 1] = cell(random, 0);
        }
        return Home.row(namesAndCells);
    }

    private static Object cell(Random random, int depth) {
        return switch (random.nextInt(depth > 3 ? 13 : 17)) {
            case 0 -> null;
            case 1 -> Row.Cell.ABSENT;
            case 2 -> random.nextLong();
            case 3 -> (long) random.nextInt(10);
            case 4 ->
                new BigDecimal(new BigInteger(random.nextInt(4_000), random), random.nextInt(2_000_000) - 1_000_000);
            case 5 -> BigDecimal.valueOf(random.nextInt(), random.nextInt(6));
            case 6 -> random.nextBoolean();
            case 7 -> LocalDate.ofEpochDay(random.nextInt());
            case 8 -> random.nextBoolean() ? LocalDateTime.MAX : LocalDateTime.of(1990, 9, 16, 1, random.nextInt(60));
            case 9 -> random.nextBoolean() ? Instant.MIN : Instant.ofEpochMilli(random.nextLong());
            case 10 -> bytes(random);
            case 11 -> TEXTS[random.nextInt(TEXTS.length)];
            case 12 -> new String(bytes(random), Charset.forName("GB18030"));
            case 13 -> list(random, depth);
            default ->
                Home.object(
                        "no",
                        cell(random, depth + 1),
                        "t",
                        cell(random, depth + 1),
                        "p",
                        cell(random, depth + 1),
                        "year",
                        cell(random, depth + 1),
                        "month",
                        cell(random, depth + 1),
                        "day",
                        cell(random, depth + 1),
                        "deep",
                        cell(random, depth + 1),
                        "decimal",
                        cell(random, depth + 1));
        };
    }

    private static List<Object> list(Random random, int depth) {
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < random.nextInt(4); i++) {
            list.add(cell(random, depth + 1));
        }
        return list;
    }

    private static byte[] bytes(Random random) {
        byte[] bytes = new byte[random.nextInt(30)];
        random.nextBytes(bytes);
        return bytes;
    }
}
