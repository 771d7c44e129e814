package io.hefu.mapping;

import io.hefu.systems.Column;
import io.hefu.systems.ColumnType;
import io.hefu.systems.Fingerprint;
import io.hefu.systems.Row;
import io.hefu.systems.Shape;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/**
 * How fast rows of 18 columns, as a database gives them, become fingerprints and records; one thread. For a person:
 *
 * <p>{@code mvn -q test-compile exec:java -Dexec.classpathScope=test -Dexec.mainClass=io.hefu.mapping.MappingSpeed}
 */
public final class MappingSpeed {
    // by the thread's own processor time: what else runs on the machine does not count
    private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();
    private static final int ROWS = 20_000;
    private static final int ROUNDS = 40;
    private static final String DICTIONARY = """
            entity: customer
            title: {zh: 客户, en: Customer}
            keys: [[number]]
            fields:
              number: {type: text, required: true, title: {zh: 编号, en: Number}}
              name: {type: text, required: true, title: {zh: 名称, en: Name}}
              taxNumber: {type: text, title: {zh: 税号, en: Tax number}}
              shortName: {type: text, title: {zh: 简称, en: Short name}}
              address: {type: text, title: {zh: 地址, en: Address}}
              city: {type: text, title: {zh: 城市, en: City}}
              country: {type: text, title: {zh: 国家, en: Country}}
              phone: {type: text, title: {zh: 电话, en: Phone}}
              mail: {type: text, title: {zh: 邮箱, en: Mail}}
              stage: {type: code(stage), title: {zh: 阶段, en: Stage}}
              limit: {type: money, title: {zh: 额度, en: Limit}}
              balance: {type: money, title: {zh: 余额, en: Balance}}
              since: {type: date, title: {zh: 起始, en: Since}}
              changed: {type: time, title: {zh: 变更, en: Changed}}
              salesperson: {type: ref(partner), title: {zh: 业务员, en: Salesperson}}
              parent: {type: ref(customer), title: {zh: 上级, en: Parent}}
              active: {type: flag, title: {zh: 启用, en: Active}}
              level: {type: integer, title: {zh: 等级, en: Level}}
            """;
    private static final String MAPPING = """
            system: crm
            entity: customer
            read: {resource: deals, key: id}
            fields:
              number: c0
              name: c1
              taxNumber: c2
              shortName: c3
              address: c4
              city: c5
              country: c6
              phone: c7
              mail: c8
              stage: {from: c9, codes: {A: first-contact, B: offer, C: signed}}
              limit: {from: c10, currency: CNY}
              balance: {from: c11, currency: CNY}
              since: c12
              changed: c13
              salesperson: c14
              parent: c15
              active: {from: c16, codes: {A: true, B: false}}
              level: c17
            """;

    private MappingSpeed() {}

    /** Prints the median of the rounds, in rows a second. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("mapping-speed");
        Mapping mapping = Home.in(folder)
                .with("mappings/dictionary/customer.dictionary.yaml", DICTIONARY)
                .with("mappings/crm/customer.mapping.yaml", MAPPING)
                .mapping("crm", "customer");
        List<Row> rows = rows();
        print("fingerprint", rows, mapping::fingerprint);
        print("record", rows, mapping::toRecord);
        print("fingerprint and record", rows, row -> {
            Fingerprint fingerprint = mapping.fingerprint(row);
            return fingerprint.high() == 1 ? fingerprint : mapping.toRecord(row);
        });
    }

    private static void print(String what, List<Row> rows, Function<Row, Object> work) {
        List<Double> rates = new ArrayList<>();
        int sink = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long started = PROCESSOR.getCurrentThreadCpuTime();
            for (Row row : rows) {
                sink += work.apply(row).hashCode() == 42 ? 1 : 0;
            }
            rates.add(rows.size() / ((PROCESSOR.getCurrentThreadCpuTime() - started) / 1e9));
        }
        List<Double> warm = rates.subList(ROUNDS / 3, ROUNDS).stream().sorted().toList();
        System.out.printf(
                "%-24s %,10.0f rows/s (best %,.0f)%s%n",
                what, warm.get(warm.size() / 2), warm.get(warm.size() - 1), sink < 0 ? "!" : "");
    }

    private static List<Row> rows() {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < 18; i++) {
            columns.add(new Column("c" + i, ColumnType.TEXT, "varchar"));
        }
        Shape shape = new Shape(columns);
        Random random = new Random(1);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            rows.add(new Row(shape, cells(i, random)));
        }
        return rows;
    }

    private static Object[] cells(int i, Random random) {
        return new Object[] {
            "C" + i,
            "深圳市蓝海电子股份有限公司" + i,
            "91440300" + (1_000_000_000L + i),
            "蓝海电子" + i,
            "深圳市南山区科技园南路" + i + "号",
            "深圳",
            "CN",
            "0755-" + (10_000_000 + i),
            "user" + i + "@lanhai.example",
            "B",
            new BigDecimal("500000.00"),
            BigDecimal.valueOf(random.nextInt(), 2),
            LocalDate.of(2024, 1, 1).plusDays(i % 900),
            Instant.ofEpochSecond(1_795_000_000L + i),
            "S" + i % 16,
            null,
            "A",
            (long) (i % 5)
        };
    }
}
