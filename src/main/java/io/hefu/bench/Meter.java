package io.hefu.bench;

import java.util.OptionalDouble;

/** Runs a piece of work and measures time, CPU and memory. */
final class Meter {
    /** What is measured. */
    interface Work {
        void run() throws Exception;
    }

    private final CpuClock clock;

    Meter(CpuClock clock) {
        this.clock = clock;
    }

    Figure measure(Subject subject, long rows, Work work) throws Exception {
        // garbage of the one before is not this one's
        System.gc();
        PeakMemory.forget();
        OptionalDouble all = clock.all();
        OptionalDouble own = clock.own();
        long start = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Figure(
                subject,
                rows,
                seconds,
                difference(all, clock.all()),
                difference(own, clock.own()),
                PeakMemory.megabytes());
    }

    private static OptionalDouble difference(OptionalDouble before, OptionalDouble after) {
        return before.isPresent() && after.isPresent()
                ? OptionalDouble.of(after.getAsDouble() - before.getAsDouble())
                : OptionalDouble.empty();
    }
}
