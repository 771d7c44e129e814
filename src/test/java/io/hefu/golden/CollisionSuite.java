package io.hefu.golden;

import static io.hefu.golden.SampleDictionary.DICTIONARY;
import static org.assertj.core.api.Assertions.assertThat;

import io.hefu.ledger.OnOneHub;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Promise 2 under fire: 10,000 new customers that eight threads meet at the same time become one UID each. */
abstract class CollisionSuite extends OnOneHub {
    static final int CUSTOMERS = 10_000;
    private static final int THREADS = 8;

    @Test
    void newCustomersThatEightThreadsMeetAtOnceAreOneUidEach() throws Exception {
        together(false);
        assertOneUidEach();
        assertThat(count("select count(*) from link")).isEqualTo((long) THREADS * CUSTOMERS);
    }

    @Test
    void newCustomersThatOnlyShareATaxNumberAreOneUidEach() throws Exception {
        together(true);
        assertOneUidEach();
        assertThat(count("select count(distinct tax_number) from golden")).isEqualTo(CUSTOMERS);
    }

    private void together(boolean byTaxNumberOnly) throws Exception {
        long conflictsBefore = Newcomers.CONFLICTS.get();
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        List<Future<?>> parts = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            Newcomers newcomers = new Newcomers(
                    hub,
                    GoldenTables.open(hub, DICTIONARY, (field, formerType, value) -> value),
                    "system" + thread,
                    byTaxNumberOnly);
            parts.add(pool.submit(() -> newcomers.meet(CUSTOMERS)));
        }
        for (Future<?> part : parts) {
            part.get();
        }
        pool.shutdown();
        assertThat(Newcomers.CONFLICTS.get()).as("somebody was faster").isGreaterThan(conflictsBefore);
    }

    final void assertOneUidEach() {
        assertThat(count("select count(*) from golden")).isEqualTo(CUSTOMERS);
        assertThat(count("select count(distinct uid) from link")).isEqualTo(CUSTOMERS);
        assertThat(count("select count(*) from link l where not exists (select 1 from golden g where g.uid = l.uid)"))
                .isZero();
        assertThat(count("select count(*) from link where primary_link = 0")).isZero();
    }
}
