package io.hefu.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.hefu.dictionary.FieldType;
import io.hefu.dictionary.Money;
import io.hefu.dictionary.Record;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a record holds, what is written of it reads as the same again. */
class RoundTripTest {
    private static final String FIELDS = """
            text: {from: [province, city], join: "/"}
            other: {from: detail.remark, trim: false, empty: text}
            stage: {from: zt, codes: {待联系: first-contact, 已报价: offer, 已签约: signed}}
            count: {from: n, thousands: ","}
            rate: {from: r, unit: 0.01}
            amount: {from: je, decimal: ",", thousands: ".", currency: {from: bz, codes: {人民币: CNY, 美元: USD}}}
            day: {from: d, format: [yyyy年MM月dd日, yyyyMMdd]}
            moment: {from: m, format: "yyyy-MM-dd'T'HH:mm:ss.SSSXXX"}
            done: {from: f, codes: {Y: true, N: false}}
            lines: {from: rows, each: {number: no, text: t, price: {from: p, currency: CNY}}}
            """;
    private static final String SIGNS = "深圳市蓝海电子𠮷㐂镕 abc0-9.,'\"\n";
    private static final int ROUNDS = 20_000;

    @TempDir
    Path folder;

    private Mapping mapping;
    private WriteSide side;

    @BeforeEach
    void compile() {
        mapping = Home.deal(folder, FIELDS);
        side = Written.writable(folder, mapping);
        mapping = Home.in(folder).deal(FIELDS).mapping("crm", "deal");
    }

    @Test
    void randomRecordsComeBackAsTheyWent() {
        Random random = new Random(20261124);
        for (int round = 0; round < ROUNDS; round++) {
            Record record = record(random);
            Map<String, Object> cells = side.toCells(record, side.createFields(), known -> Optional.empty());
            MappedRow back = mapping.toRecord(Home.row(flat(cells)));
            assertThat(shown(back)).as("round %s: %s", round, cells).isEqualTo(record.toString());
        }
    }

    private static String shown(MappedRow back) {
        return back instanceof MappedRow.Mapped mapped ? mapped.record().toString() : back.toString();
    }

    private Record record(Random random) {
        Record record = Record.empty(mapping.entity()).with(field("number"), "D" + random.nextInt(1_000_000));
        for (FieldType field : mapping.entity().fields()) {
            boolean fixed = field.name().equals("number") || field.name().equals("partner");
            if (!fixed && random.nextInt(4) > 0) {
                record = record.with(
                        field,
                        random.nextInt(5) == 0 && !field.name().equals("lines")
                                ? Record.Nothing.NULL
                                : value(field, random));
            }
        }
        return record;
    }

    private Object value(FieldType field, Random random) {
        return switch (field.name()) {
            case "text" -> word(random) + "/" + word(random);
            case "other" -> sentence(random);
            case "stage" -> List.of("first-contact", "offer", "signed").get(random.nextInt(3));
            case "count" -> random.nextLong() % 1_000_000_000_000L;
            case "rate" -> BigDecimal.valueOf(random.nextInt(10_000), 4);
            case "amount" ->
                new Money(
                        BigDecimal.valueOf(random.nextLong() % 1_000_000_000_000L, random.nextInt(3)),
                        random.nextBoolean() ? "CNY" : "USD");
            case "day" -> LocalDate.of(1990, 1, 1).plusDays(random.nextInt(30_000));
            case "moment" -> Instant.ofEpochMilli(Math.floorMod(random.nextLong(), 4_000_000_000_000L));
            case "done" -> random.nextBoolean();
            default -> lines(random);
        };
    }

    private List<Record> lines(Random random) {
        List<Record> lines = new ArrayList<>();
        FieldType list = field("lines");
        Record empty = ((MappedRow.Mapped)
                        mapping.toRecord(Home.row("no", "D", "rows", List.of(Home.object("no", 1L)))))
                .record()
                .list(list)
                .get(0);
        for (int i = 0; i < random.nextInt(4); i++) {
            lines.add(empty.with(empty.type().field("number"), (long) i)
                    .with(empty.type().field("text"), word(random))
                    .with(empty.type().field("price"), new Money(BigDecimal.valueOf(random.nextInt(), 4), "CNY")));
        }
        return lines;
    }

    private FieldType field(String name) {
        return mapping.entity().field(name);
    }

    private static String word(Random random) {
        return sentence(random).replaceAll("[\\s/]", "") + "x";
    }

    private static String sentence(Random random) {
        StringBuilder sentence = new StringBuilder();
        int[] signs = SIGNS.codePoints().toArray();
        for (int i = 0; i < random.nextInt(12); i++) {
            sentence.appendCodePoint(signs[random.nextInt(signs.length)]);
        }
        return sentence.toString();
    }

    private static Object[] flat(Map<String, Object> cells) {
        List<Object> flat = new ArrayList<>();
        cells.forEach((column, cell) -> {
            flat.add(column);
            flat.add(cell);
        });
        return flat.toArray();
    }
}
