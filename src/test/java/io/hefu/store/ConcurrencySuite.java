package io.hefu.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many threads at once: nothing lost, nothing doubled, nobody stuck. */
abstract class ConcurrencySuite extends OnOneDatabase {

    private static final int THREADS = 8;

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void eightWritersLoseNoUpdate() throws Exception {
        insert("shared");
        together(() -> {
            for (int i = 0; i < 50; i++) {
                hub.write(tx -> tx.update("update tally set version = version + 1 where key = 'shared'"));
            }
            return 0;
        });
        assertThat(count("select version from tally where key = 'shared'")).isEqualTo(THREADS * 50);
    }

    @Test
    void ofEightWhoInsertTheSameKeyOneWinsAndSevenGetAConflict() throws Exception {
        AtomicInteger conflicts = new AtomicInteger();
        for (int round = 0; round < 20; round++) {
            String key = "键" + round;
            together(() -> {
                try {
                    insert(key);
                } catch (ConflictException e) {
                    assertThat(e.retryable()).isTrue();
                    conflicts.incrementAndGet();
                }
                return 0;
            });
        }
        assertThat(count("select count(*) from tally")).isEqualTo(20);
        assertThat(conflicts.get()).isEqualTo(20 * (THREADS - 1));
    }

    @Test
    void twoWhoLockInOppositeOrderBothFinish() throws Exception {
        insert("a");
        insert("b");
        CountDownLatch bothHoldOne = new CountDownLatch(2);
        Future<Integer> forward = threads.submit(() -> addToBoth("a", "b", bothHoldOne));
        Future<Integer> backward = threads.submit(() -> addToBoth("b", "a", bothHoldOne));
        forward.get(60, TimeUnit.SECONDS);
        backward.get(60, TimeUnit.SECONDS);
        assertThat(count("select sum(version) from tally")).isEqualTo(4);
    }

    private int addToBoth(String first, String second, CountDownLatch bothHoldOne) {
        return hub.write(tx -> {
            tx.update("update tally set version = version + 1 where key = ?", first);
            bothHoldOne.countDown();
            if (hub.dialect() == Dialect.POSTGRESQL) { // on SQLite the second one cannot even begin
                await(bothHoldOne);
            }
            return tx.update("update tally set version = version + 1 where key = ?", second);
        });
    }

    @Test
    void readersDoNotWaitForTheWriterAndSeeOneState() throws Exception {
        insert("before");
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch read = new CountDownLatch(1);
        Future<Integer> writer = threads.submit(() -> hub.write(tx -> {
            tx.update("update tally set version = 7");
            written.countDown();
            await(read);
            return 0;
        }));
        await(written);
        long start = System.nanoTime();
        assertThat(count("select version from tally")).isZero();
        assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(2));
        hub.read(tx -> {
            assertThat(tx.first("select version from tally", row -> row.number(1)))
                    .contains(0L);
            read.countDown();
            join(writer);
            assertThat(tx.first("select version from tally", row -> row.number(1)))
                    .contains(0L);
            return 0;
        });
        assertThat(count("select version from tally")).isEqualTo(7);
    }

    @Test
    void aReaderCannotWrite() {
        assertThatThrownBy(() -> hub.read(tx -> tx.update("delete from tally")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("read-only");
        insert("still writable");
    }

    @Test
    void aWriteWithinAWriteIsRefused() {
        assertThatThrownBy(() -> hub.<Integer>write(tx -> hub.<Integer>write(inner -> 1)))
                .isInstanceOf(IllegalStateException.class);
        insert("still writable");
    }

    @Test
    void workThatThrowsLeavesNothing() {
        assertThatThrownBy(() -> hub.write(tx -> {
                    tx.update("insert into head (number, parts) values (1, 1)");
                    throw new IllegalStateException("changed its mind");
                }))
                .hasMessage("changed its mind");
        assertThat(count("select count(*) from head")).isZero();
    }

    @Test
    void aFailedStatementCannotBeHiddenFromTheCommit() {
        insert("taken");
        assertThatThrownBy(() -> hub.write(tx -> {
                    tx.update("insert into head (number, parts) values (1, 1)");
                    try {
                        tx.update("insert into tally (uid, key, version) values (?, 'taken', 0)", UUID.randomUUID());
                    } catch (SQLException swallowed) {
                        assertThat(swallowed.getMessage()).isNotEmpty();
                    }
                    return 0;
                }))
                .isInstanceOf(ConflictException.class);
        assertThat(count("select count(*) from head")).isZero();
    }

    private void insert(String key) {
        hub.write(tx -> tx.update("insert into tally (uid, key, version) values (?, ?, 0)", UUID.randomUUID(), key));
    }

    private void together(Callable<Integer> task) throws Exception {
        CyclicBarrier start = new CyclicBarrier(THREADS);
        List<Future<Integer>> running = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            running.add(threads.submit(() -> {
                start.await(30, TimeUnit.SECONDS);
                return task.call();
            }));
        }
        for (Future<Integer> one : running) {
            one.get(60, TimeUnit.SECONDS);
        }
    }

    private static void await(CountDownLatch sign) {
        try {
            assertThat(sign.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void join(Future<Integer> running) {
        try {
            running.get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
