package io.hefu.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hefu.systems.Reading;
import io.hefu.systems.Row;
import io.hefu.systems.RowBatch;
import io.hefu.systems.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ReadAheadTest {
    private static final Shape SHAPE = new Shape(List.of());
    private static final Row ROW = new Row(SHAPE, new Object[0]);
    private static final int WHOLE = 2;

    /** Gives whole batches, named by their place, and then what the test says. */
    private static class Numbered implements Reading {
        final AtomicInteger read = new AtomicInteger();
        final AtomicInteger closed = new AtomicInteger();
        private final int batches;

        Numbered(int batches) {
            this.batches = batches;
        }

        @Override
        public Optional<RowBatch> next() {
            int number = read.incrementAndGet();
            return number > batches ? end() : Optional.of(new RowBatch(SHAPE, List.of(ROW, ROW), "" + number));
        }

        Optional<RowBatch> end() {
            return Optional.empty();
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }
    }

    private static List<String> positions(ReadAhead<RowBatch> reading) {
        List<String> positions = new ArrayList<>();
        for (Optional<RowBatch> batch = reading.next(); batch.isPresent(); batch = reading.next()) {
            positions.add(batch.get().position());
        }
        return positions;
    }

    @Test
    void batchesComeInTheirOrderAndAllOfThem() {
        try (ReadAhead<RowBatch> reading = new ReadAhead<>(new Numbered(50), WHOLE, batch -> batch)) {
            List<String> positions = positions(reading);

            assertThat(positions).hasSize(50).startsWith("1", "2", "3").endsWith("49", "50");
            assertThat(reading.next()).isEmpty();
        }
    }

    @Test
    void aFaultComesAfterTheBatchesThatWereReadBeforeIt() {
        Numbered faulty = new Numbered(3) {
            @Override
            Optional<RowBatch> end() {
                throw new IllegalStateException("the source went away");
            }
        };
        try (ReadAhead<RowBatch> reading = new ReadAhead<>(faulty, WHOLE, batch -> batch)) {
            assertThat(reading.next()).isPresent();
            assertThat(reading.next()).isPresent();
            assertThat(reading.next()).isPresent();
            assertThatThrownBy(reading::next).hasMessage("the source went away");
        }
    }

    @Test
    void atMostThreeBatchesAreReadThatNobodyTookYet() throws InterruptedException {
        Numbered source = new Numbered(1000);
        try (ReadAhead<RowBatch> reading = new ReadAhead<>(source, WHOLE, batch -> batch)) {
            assertThat(reading.next()).isPresent();
            Thread.sleep(200);

            assertThat(source.read.get()).isLessThanOrEqualTo(4);
        }
    }

    @Test
    void closingWaitsForTheReadThatIsUnderWay() throws InterruptedException {
        CountDownLatch reading = new CountDownLatch(1);
        AtomicInteger inNext = new AtomicInteger();
        Numbered slow = new Numbered(1000) {
            @Override
            public Optional<RowBatch> next() {
                inNext.incrementAndGet();
                if (read.get() > 0) {
                    reading.countDown();
                    busy(100);
                }
                Optional<RowBatch> batch = super.next();
                inNext.decrementAndGet();
                return batch;
            }

            @Override
            public void close() {
                assertThat(inNext.get()).isZero();
                super.close();
            }
        };
        ReadAhead<RowBatch> ahead = new ReadAhead<>(slow, WHOLE, batch -> batch);
        assertThat(ahead.next()).isPresent();
        assertThat(reading.await(10, TimeUnit.SECONDS)).isTrue();

        ahead.close();

        assertThat(slow.closed.get()).isEqualTo(1);
    }

    /** As a driver that does not hear interrupts. */
    private static void busy(long millis) {
        long until = System.nanoTime() + millis * 1_000_000;
        while (System.nanoTime() < until) {
            Thread.onSpinWait();
        }
    }

    @Test
    void aReadingOfOneSmallBatchIsReadByNobodyElse() {
        Thread caller = Thread.currentThread();
        List<Thread> readers = new ArrayList<>();
        Reading small = new Reading() {
            @Override
            public Optional<RowBatch> next() {
                readers.add(Thread.currentThread());
                return readers.size() > 1 ? Optional.empty() : Optional.of(new RowBatch(SHAPE, List.of(ROW), ""));
            }

            @Override
            public void close() {}
        };
        try (ReadAhead<RowBatch> reading = new ReadAhead<>(small, WHOLE, batch -> batch)) {
            assertThat(positions(reading)).hasSize(1);
        }
        assertThat(readers).containsOnly(caller);
    }
}
