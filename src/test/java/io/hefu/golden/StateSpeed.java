package io.hefu.golden;

import static io.hefu.golden.SampleDictionary.CUSTOMER;
import static io.hefu.golden.SampleDictionary.customer;

import io.hefu.crosswalk.Crosswalk;
import io.hefu.crosswalk.CrosswalkTables;
import io.hefu.crosswalk.Link;
import io.hefu.definition.Text;
import io.hefu.dictionary.Uid;
import io.hefu.ledger.Batch;
import io.hefu.ledger.Equation;
import io.hefu.ledger.Flow;
import io.hefu.ledger.Ledger;
import io.hefu.ledger.Positions;
import io.hefu.store.HubDatabase;
import io.hefu.store.HubSettings;
import io.hefu.store.PostgresForTests;
import io.hefu.systems.Fingerprint;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/** Measures the hub's memory by hand, on both databases with durable commits; no test, a machine's speed is no fault. */
final class StateSpeed {
    private static final int BATCH = 2_000;
    private static final int BATCHES = 60;
    private static final int WARM = 20;
    private static final Flow FLOW = new Flow("erp", "customer");

    private final HubDatabase hub;
    private final GoldenTables golden;
    private final CrosswalkTables crosswalk;
    private final Ledger ledger;
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    private StateSpeed(HubDatabase hub) {
        this.hub = hub;
        this.golden = GoldenTables.open(hub, SampleDictionary.DICTIONARY, (field, formerType, value) -> value);
        this.crosswalk = new CrosswalkTables(hub);
        this.ledger = Ledger.of(hub);
    }

    public static void main(String[] arguments) throws Exception {
        encoding();
        measure(HubSettings.of(
                "jdbc:sqlite:" + Files.createTempDirectory("speed").resolve("hub.db")));
        measure(PostgresForTests.fresh());
        System.exit(0);
    }

    private static void encoding() {
        DocumentCodec codec = SampleDictionary.codec();
        List<GoldenRecord> records = records(0, 10_000);
        List<byte[]> encoded = records.stream().map(codec::encode).toList();
        System.out.printf(
                "document of a customer of 18 fields: %.1f bytes%n",
                encoded.stream().mapToInt(bytes -> bytes.length).average().orElseThrow());
        for (int round = 0; round < 4; round++) {
            rate("encode", 200L * records.size(), () -> {
                for (int i = 0; i < 200; i++) {
                    records.forEach(codec::encode);
                }
            });
            rate("decode", 100L * records.size(), () -> {
                for (int i = 0; i < 100; i++) {
                    for (int j = 0; j < encoded.size(); j++) {
                        codec.decode(records.get(j).uid(), "customer", 1, encoded.get(j));
                    }
                }
            });
        }
        rate("clean a name and check a tax number", 20L * records.size(), () -> {
            for (int i = 0; i < 20; i++) {
                records.forEach(record -> Identity.matchName(record.merged()));
                records.forEach(record -> Identity.taxNumber(record.merged()));
            }
        });
    }

    private static List<GoldenRecord> records(long first, long count) {
        return LongStream.range(first, first + count)
                .mapToObj(number -> Survivorship.create(
                        Uid.create(), CUSTOMER, "erp", customer(number), new Provenance("erp", 1 + number / BATCH)))
                .toList();
    }

    private static void measure(HubSettings settings) {
        try (HubDatabase hub = HubDatabase.open(settings)) {
            StateSpeed speed = new StateSpeed(hub);
            speed.batches("commit of 2,000 new (links, golden, batch, position)", speed::create);
            speed.batches("find by business key, tax number and key", speed::identify);
            speed.batches("read, merge and commit of 2,000 changed", speed::change);
            rate(hub.dialect() + ": links in key order", (long) BATCH * BATCHES, speed::stream);
            speed.sizes();
        }
    }

    /** Only the work itself is timed, not the making of its records; the first batches warm up. */
    private void batches(String what, Consumer<List<GoldenRecord>> work) {
        long nanos = 0;
        long cpu = 0;
        for (int number = 0; number < BATCHES; number++) {
            List<GoldenRecord> records = records((long) number * BATCH, BATCH);
            long start = System.nanoTime();
            long cpuStart = threads.getCurrentThreadCpuTime();
            work.accept(records);
            if (number >= WARM) {
                nanos += System.nanoTime() - start;
                cpu += threads.getCurrentThreadCpuTime() - cpuStart;
            }
        }
        long rows = (long) BATCH * (BATCHES - WARM);
        System.out.printf(
                "%s: %s: %,.0f rows/s, %.1f CPU-s of this thread a million%n",
                hub.dialect(), what, rows / (nanos / 1e9), cpu / 1e3 / rows);
    }

    private void create(List<GoldenRecord> records) {
        List<Link> links = new ArrayList<>(BATCH);
        for (GoldenRecord record : records) {
            links.add(new Link("erp", "customer", number(record), record.uid(), true, new Fingerprint(1, 2), 0, true));
        }
        long batch = ledger.batches().reserve();
        hub.write(tx -> {
            Equation equation = new Equation(BATCH, BATCH, 0, 0, 0, 0, 0, 0, 0, 0);
            ledger.batches().enter(tx, new Batch(batch, FLOW, "a1b2", Instant.now(), equation));
            ledger.positions().move(tx, new Positions.Position(FLOW, "p" + batch, batch, Instant.now()));
            golden.apply(tx, records, List.of(), (record, hold) -> Text.NONE);
            crosswalk.apply(tx, links, List.of());
            return true;
        });
    }

    private static String number(GoldenRecord record) {
        return record.merged().find("number", String.class).orElseThrow();
    }

    private void identify(List<GoldenRecord> records) {
        List<String> numbers = new ArrayList<>(BATCH);
        List<String> taxNumbers = new ArrayList<>(BATCH);
        for (GoldenRecord record : records) {
            numbers.add(Identity.businessKey(record.merged()).orElseThrow());
            taxNumbers.add(Identity.taxNumber(record.merged()).orElseThrow());
        }
        require(golden.byBusinessKey(CUSTOMER, numbers).size() == BATCH);
        require(golden.byTaxNumber(CUSTOMER, taxNumbers).size() == BATCH);
        require(links(records).size() == BATCH);
    }

    private Collection<Link> links(List<GoldenRecord> records) {
        return crosswalk
                .find(
                        "erp",
                        "customer",
                        records.stream().map(StateSpeed::number).toList())
                .values();
    }

    private void change(List<GoldenRecord> records) {
        List<Changed> changed = new ArrayList<>(BATCH);
        golden.find(links(records).stream().map(Link::uid).toList()).values().forEach(before -> {
            var said = before.merged().with(CUSTOMER.field("phone"), "0512-0");
            changed.add(new Changed(before, Survivorship.merge(before, "erp", said, new Provenance("erp", 900))));
        });
        hub.write(tx -> {
            golden.apply(tx, List.of(), changed, (record, hold) -> Text.NONE);
            ledger.changes()
                    .enter(
                            tx,
                            changed.stream()
                                    .map(each -> ChangeOf.record(each, 900))
                                    .toList());
            return true;
        });
    }

    private void stream() {
        int seen = 0;
        try (Crosswalk.Links links = crosswalk.inKeyOrder("erp", "customer")) {
            while (links.hasNext()) {
                links.next();
                seen++;
            }
        }
        require(seen == BATCH * BATCHES);
    }

    private void sizes() {
        String sql = hub.dialect() == io.hefu.store.Dialect.POSTGRESQL
                ? "select pg_total_relation_size('golden') + pg_total_relation_size('link')"
                        + " + pg_total_relation_size('golden_lookup')"
                : "select page_count * page_size from pragma_page_count(), pragma_page_size()";
        long bytes = hub.read(tx -> tx.first(sql, row -> row.number(1)).orElseThrow());
        System.out.printf(
                "%s: %,d bytes a record, tables and indexes, after each changed once%n",
                hub.dialect(), bytes / (BATCH * BATCHES));
    }

    private static void rate(String what, long count, Runnable work) {
        long start = System.nanoTime();
        work.run();
        System.out.printf("%s: %,.0f/s%n", what, count / ((System.nanoTime() - start) / 1e9));
    }

    private static void require(boolean held) {
        if (!held) {
            throw new IllegalStateException("not what was expected");
        }
    }
}
