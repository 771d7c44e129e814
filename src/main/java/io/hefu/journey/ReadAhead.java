package io.hefu.journey;

import io.hefu.systems.Reading;
import io.hefu.systems.RowBatch;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Function;

/**
 * Reads the next batches, and makes ready what can be, while the present one is on its way: at most two ahead, in their
 * order. A reading that ends with its first batch, as most do, costs no thread.
 *
 * @param <T> what is made of a batch
 */
final class ReadAhead<T> implements AutoCloseable {
    private static final int AHEAD = 2;

    /** What reading came to: a batch, the end, or a fault. */
    private sealed interface Outcome<T> {
        record Read<T>(Optional<T> batch) implements Outcome<T> {}

        record Failed<T>(RuntimeException fault) implements Outcome<T> {}
    }

    private final Reading reading;
    private final int whole;
    private final Function<RowBatch, T> each;
    private final BlockingQueue<Outcome<T>> ahead = new ArrayBlockingQueue<>(AHEAD);
    private Optional<Thread> reader = Optional.empty();
    private boolean more = true;

    /**
     * @param whole how many rows a batch has that is not the last one
     * @param each is done to each batch in its turn, by one thread at a time
     */
    ReadAhead(Reading reading, int whole, Function<RowBatch, T> each) {
        this.reading = reading;
        this.whole = whole;
        this.each = each;
    }

    /** The next batch; empty when the reading is complete. Throws what the reading threw, in its turn. */
    Optional<T> next() {
        if (!more) {
            return Optional.empty();
        }
        Optional<T> batch = reader.isPresent() ? taken() : first();
        more = batch.isPresent();
        return batch;
    }

    private Optional<T> first() {
        Optional<RowBatch> batch = reading.next();
        Optional<T> made = batch.map(each);
        if (batch.filter(read -> read.rows().size() >= whole).isPresent()) {
            Thread thread = new Thread(this::readOn, "hefu-read-ahead");
            thread.setDaemon(true);
            reader = Optional.of(thread);
            thread.start();
        }
        return made;
    }

    private Optional<T> taken() {
        try {
            Outcome<T> outcome = ahead.take();
            if (outcome instanceof Outcome.Failed<T> failed) {
                more = false;
                throw failed.fault();
            }
            return ((Outcome.Read<T>) outcome).batch();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading", stopped);
        }
    }

    private void readOn() {
        try {
            Optional<T> batch;
            do {
                batch = reading.next().map(each);
                ahead.put(new Outcome.Read<>(batch));
            } while (batch.isPresent());
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException fault) {
            tell(fault);
        }
    }

    private void tell(RuntimeException fault) {
        try {
            ahead.put(new Outcome.Failed<>(fault));
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for the reader's last read to end, since a reading is not for two threads at once. */
    @Override
    public void close() {
        reader.ifPresent(ReadAhead::end);
        reading.close();
    }

    private static void end(Thread reader) {
        boolean stopped = Thread.interrupted();
        while (reader.isAlive()) {
            reader.interrupt();
            try {
                reader.join();
            } catch (InterruptedException again) {
                stopped = true;
            }
        }
        if (stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
