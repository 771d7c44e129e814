package io.hefu.promises;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Promise 2 under load: 10,000 new customers of eight systems, of which eight always are one, read by eight threads. */
class CollisionsTest {
    static final int SYSTEMS = 8;
    static final int THINGS = 1250;

    @TempDir
    Path folder;

    Trade trade;

    @BeforeEach
    void eightSystems() {
        trade = new Trade(folder);
        for (int system = 1; system <= SYSTEMS; system++) {
            add(system);
        }
    }

    private void add(int system) {
        String table = "buyer" + system;
        trade.erp.execute("create table " + table + " (id text primary key, name text, tax text)");
        List<Integer> order = new ArrayList<>(IntStream.range(0, THINGS).boxed().toList());
        Collections.shuffle(order, new Random(system));
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < THINGS; i++) {
            rows.add(new Object[] {"%06d".formatted(i), "公司 " + order.get(i), TaxNumbers.of(order.get(i))});
        }
        trade.erp.load("insert into " + table + " values (?, ?, ?)", rows);
        trade.file("mappings/s" + system + "/customer.mapping.yaml", """
                system: s%1$s
                entity: customer
                read: {resource: buyer%1$s, key: id, batch: 100}
                fields: {name: name, taxNumber: tax}
                """.formatted(system));
        trade.file("config/systems/s" + system + ".system.yaml", """
                system: s%1$s
                title: {zh: 系统 %1$s, en: System %1$s}
                kind: jdbc
                zone: Asia/Shanghai
                url: "jdbc:sqlite:%2$s"
                """.formatted(system, folder.resolve("erp.db")));
    }

    @Test
    void eachThingHasOneUid() throws Exception {
        try (TestHub hub = trade.hub()) {
            readAll(hub, 1, SYSTEMS);

            requireOneUidEach(hub);
        }
    }

    static void readAll(TestHub hub, int from, int to) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(SYSTEMS);
        List<Callable<Object>> readings = new ArrayList<>();
        for (int system = from; system <= to; system++) {
            String name = "s" + system;
            readings.add(() -> hub.read(name, "customer"));
        }
        for (Future<Object> reading : threads.invokeAll(readings)) {
            reading.get();
        }
        threads.shutdown();
    }

    static void requireOneUidEach(TestHub hub) {
        assertThat(hub.goldens("customer")).hasSize(THINGS);
        for (int system = 1; system <= SYSTEMS; system++) {
            assertThat(hub.books().crosswalk().countPresent("s" + system, "customer"))
                    .isEqualTo(THINGS);
        }
    }
}
