package io.hefu.store;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/** Measures the store by hand, on both databases with durable commits; no test, since a machine's speed is no fault. */
final class StoreSpeed {

    private static final List<Column> TALLY =
            List.of(Column.uuid("uid"), Column.text("key"), Column.number("version"), Column.bytes("digest"));
    private static final List<Column> PART =
            List.of(Column.number("number"), Column.integer("part"), Column.text("payload"));
    private static final BulkUpdate NEXT = new BulkUpdate(
            "tally",
            List.of(Column.uuid("uid")),
            List.of(Column.number("version")),
            List.of(Column.number("version"), Column.bytes("digest")));
    private static final int BATCH = 2_000;
    private static final int BATCHES = 100;

    private final HubDatabase hub;

    private StoreSpeed(HubDatabase hub) {
        this.hub = hub;
    }

    public static void main(String[] arguments) throws Exception {
        measure(HubSettings.of("jdbc:sqlite:" + file()));
        measure(PostgresForTests.fresh());
        System.exit(0);
    }

    private static String file() throws IOException {
        return Files.createTempDirectory("speed").resolve("hub.db").toString();
    }

    private static void measure(HubSettings settings) throws InterruptedException {
        try (HubDatabase hub = HubDatabase.open(settings, OnOneDatabase.TABLES)) {
            StoreSpeed speed = new StoreSpeed(hub);
            hub.write(tx -> tx.update("insert into head (number, parts) values (0, 0)"));
            speed.insertParts(0, 20); // warm
            speed.rate("bulk insert, 3 columns, primary key, foreign key", () -> speed.insertParts(20, BATCHES));
            speed.rate("bulk insert, 4 columns, two unique keys", () -> speed.insertTally());
            speed.rate("bulk optimistic update", () -> speed.updateTally());
            speed.rate("lookup by key set of " + BATCH, () -> speed.lookUp());
            speed.commits(1);
            speed.commits(8);
        }
    }

    private void rate(String what, Runnable work) {
        long start = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("%s: %s: %,.0f rows/s%n", hub.dialect(), what, BATCH * BATCHES / seconds);
    }

    private void insertParts(int firstBatch, int batches) {
        for (int batch = firstBatch; batch < firstBatch + batches; batch++) {
            int first = batch * BATCH;
            hub.write(tx -> {
                BulkWriter writer = tx.bulk("part", PART);
                for (int i = first; i < first + BATCH; i++) {
                    writer.add(0L, i, "KH-2026-客户-" + i);
                }
                return 0;
            });
        }
    }

    private void insertTally() {
        for (long batch = 0; batch < BATCHES; batch++) {
            long first = batch * BATCH;
            hub.write(tx -> {
                BulkWriter writer = tx.bulk("tally", TALLY);
                for (long i = first; i < first + BATCH; i++) {
                    writer.add(new UUID(i, i), "KH-" + i, 0L, new byte[16]);
                }
                return 0;
            });
        }
    }

    private void updateTally() {
        for (long batch = 0; batch < BATCHES; batch++) {
            Iterable<Object[]> rows = LongStream.range(batch * BATCH, (batch + 1) * BATCH)
                    .mapToObj(i -> new Object[] {new UUID(i, i), 0L, 1L, new byte[16]})::iterator;
            int matched = hub.write(tx -> tx.bulkUpdate(NEXT, rows));
            require(matched == BATCH);
        }
    }

    private void lookUp() {
        for (long batch = 0; batch < BATCHES; batch++) {
            List<String> keys = LongStream.range(batch * BATCH, (batch + 1) * BATCH)
                    .mapToObj(i -> "KH-" + i)
                    .toList();
            int found = hub.read(tx -> {
                KeySet set = tx.keysOfText(keys);
                return tx.query("select uid, digest from tally where " + set.in("key"), row -> row.uuid(1), set)
                        .size();
            });
            require(found == BATCH);
        }
    }

    private void commits(int threads) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        int each = 2_000 / threads;
        long start = System.nanoTime();
        for (int thread = 0; thread < threads; thread++) {
            long from = 1 + 100_000L * threads + 10_000L * thread;
            pool.execute(() -> {
                for (long i = from; i < from + each; i++) {
                    long number = i;
                    hub.write(tx -> tx.update("insert into head (number, parts) values (?, 1)", number));
                }
            });
        }
        pool.shutdown();
        require(pool.awaitTermination(5, TimeUnit.MINUTES));
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("%s: %d threads: %,.0f commits/s%n", hub.dialect(), threads, each * threads / seconds);
    }

    private static void require(boolean held) {
        if (!held) {
            throw new IllegalStateException("not what was expected");
        }
    }
}
