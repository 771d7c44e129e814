package io.hefu.journey;

import io.hefu.systems.Reading;
import io.hefu.systems.RowBatch;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ArrayBlockingQueue;

/**
 * Reads the next batches while the present one is on its way: at most two ahead, in their order. A reading that ends
 * with its first batch, as most do, costs no thread.
 */
final class ReadAhead implements Reading {
    private static final int AHEAD = 2;

    /** What reading came to: a batch, the end, or a fault. */
    private sealed interface Outcome {
        record Read(Optional<RowBatch> batch) implements Outcome {}

        record Failed(RuntimeException fault) implements Outcome {}
    }

    private final Reading reading;
    private final int whole;
    private final BlockingQueue<Outcome> ahead = new ArrayBlockingQueue<>(AHEAD);
    private Optional<Thread> reader = Optional.empty();
    private boolean more = true;

    /** @param whole how many rows a batch has that is not the last one */
    ReadAhead(Reading reading, int whole) {
        this.reading = reading;
        this.whole = whole;
    }

    @Override
    public Optional<RowBatch> next() {
        if (!more) {
            return Optional.empty();
        }
        Optional<RowBatch> batch = reader.isPresent() ? taken() : reading.next();
        more = batch.isPresent();
        if (reader.isEmpty() && batch.filter(read -> read.rows().size() >= whole).isPresent()) {
            Thread thread = new Thread(this::readOn, "hefu-read-ahead");
            thread.setDaemon(true);
            reader = Optional.of(thread);
            thread.start();
        }
        return batch;
    }

    private Optional<RowBatch> taken() {
        try {
            Outcome outcome = ahead.take();
            if (outcome instanceof Outcome.Failed failed) {
                more = false;
                throw failed.fault();
            }
            return ((Outcome.Read) outcome).batch();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading", stopped);
        }
    }

    private void readOn() {
        try {
            Optional<RowBatch> batch;
            do {
                batch = reading.next();
                ahead.put(new Outcome.Read(batch));
            } while (batch.isPresent());
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException fault) {
            tell(fault);
        }
    }

    private void tell(RuntimeException fault) {
        try {
            ahead.put(new Outcome.Failed(fault));
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
