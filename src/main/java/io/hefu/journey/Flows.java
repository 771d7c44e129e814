package io.hefu.journey;

import io.hefu.definition.Text;
import io.hefu.ledger.Equation;
import io.hefu.ledger.Flow;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** The flows of this process: at most one reading of each at a time, and how each fares. */
public final class Flows {
    /** What a flow last did. */
    public enum State {
        RUNNING,
        IDLE,
        PAUSED,
        FAILED
    }

    /**
     * How a flow fares.
     *
     * @param since when it came into this state
     * @param finished when a reading last ended well
     * @param sum of all readings since the process started
     * @param reason of a pause or a fault; {@link Text#NONE} otherwise
     */
    public record Health(
            State state, Instant since, Optional<Instant> finished, Equation last, Equation sum, Text reason) {}

    private final Map<Flow, ReentrantLock> locks = new ConcurrentHashMap<>();
    private final Map<Flow, Health> healths = new ConcurrentHashMap<>();

    /** Runs the reading unless one of the same flow is under way, which then answers nothing. */
    Equation exclusively(Flow flow, Supplier<Equation> reading) {
        ReentrantLock lock = locks.computeIfAbsent(flow, created -> new ReentrantLock());
        if (!lock.tryLock()) {
            return Equation.NOTHING;
        }
        try {
            return reading.get();
        } finally {
            lock.unlock();
        }
    }

    /** Keeps a flow from being read while its system is being written, so that no half-made record is read back. */
    public void whileNotRead(Flow flow, Runnable writing) {
        ReentrantLock lock = locks.computeIfAbsent(flow, created -> new ReentrantLock());
        lock.lock();
        try {
            writing.run();
        } finally {
            lock.unlock();
        }
    }

    void started(Flow flow, Instant now) {
        healths.compute(flow, (key, old) -> next(old, State.RUNNING, now, Text.NONE));
    }

    void ended(Flow flow, Instant now, Equation equation) {
        healths.compute(flow, (key, old) -> {
            Equation sum = old == null ? equation : old.sum().plus(equation);
            return new Health(State.IDLE, now, Optional.of(now), equation, sum, Text.NONE);
        });
    }

    void paused(Flow flow, Instant now, Text reason) {
        healths.compute(flow, (key, old) -> next(old, State.PAUSED, now, reason));
    }

    void failed(Flow flow, Instant now, Text reason) {
        healths.compute(flow, (key, old) -> next(old, State.FAILED, now, reason));
    }

    /** In the order of systems and entities. */
    public Map<Flow, Health> healths() {
        Map<Flow, Health> sorted = new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
        sorted.putAll(healths);
        return sorted;
    }

    private static Health next(Health old, State state, Instant now, Text reason) {
        return old == null
                ? new Health(state, now, Optional.empty(), Equation.NOTHING, Equation.NOTHING, reason)
                : new Health(state, now, old.finished(), old.last(), old.sum(), reason);
    }
}
