package io.hefu.journey;

import io.hefu.definition.Snapshot;
import io.hefu.ledger.Awaited;
import io.hefu.ledger.Equation;
import io.hefu.ledger.Flow;
import io.hefu.ledger.Ledger;
import io.hefu.ledger.ParkedRecord;
import io.hefu.ledger.ParkedRecords;
import io.hefu.mapping.Mapping;
import io.hefu.mapping.Mappings;
import io.hefu.systems.Row;
import io.hefu.systems.RowCodec;
import io.hefu.systems.Shape;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends parked records along the way again: those whose reference appeared, and those that a person retries. */
public final class Resumer {
    private static final Logger LOG = LoggerFactory.getLogger(Resumer.class);
    private static final int AT_ONCE = 500;

    private final ReentrantLock oneAtATime = new ReentrantLock();
    private final Supplier<Snapshot> snapshot;
    private final Ledger ledger;
    private final HubMemory memory;
    private final Way way;
    private final Clock clock;

    public Resumer(Supplier<Snapshot> snapshot, Ledger ledger, HubMemory memory, Way way, Clock clock) {
        this.snapshot = snapshot;
        this.ledger = ledger;
        this.memory = memory;
        this.way = way;
        this.clock = clock;
    }

    /**
     * Sends these again, and whatever waited for what they bring. One thread at a time: two that resume the same record
     * would each find it taken by the other.
     */
    public Equation resume(List<ParkedRecord> records) {
        if (records.isEmpty()) {
            return Equation.NOTHING;
        }
        oneAtATime.lock();
        try {
            return send(records.stream().filter(this::isStillOpen).toList());
        } finally {
            oneAtATime.unlock();
        }
    }

    /** What a plan parked has no number in the ledger, and is open for as long as the plan lasts. */
    private boolean isStillOpen(ParkedRecord record) {
        return record.id() < 0
                || ledger.parked()
                        .find(record.id())
                        .filter(now -> now.state() == ParkedRecord.State.OPEN)
                        .isPresent();
    }

    private Equation send(List<ParkedRecord> records) {
        Map<Flow, List<ParkedRecord>> byFlow = new LinkedHashMap<>();
        for (ParkedRecord record : records) {
            if (record.payload().isPresent()) {
                byFlow.computeIfAbsent(record.flow(), flow -> new ArrayList<>()).add(record);
            }
        }
        Equation sum = Equation.NOTHING;
        for (Map.Entry<Flow, List<ParkedRecord>> flow : byFlow.entrySet()) {
            sum = sum.plus(resume(flow.getKey(), flow.getValue()));
        }
        return sum;
    }

    /**
     * Looks through everything that waits, for what may have appeared unnoticed: after a crash between a commit and the
     * resuming that follows it, or in another process.
     */
    public Equation resumeArrived() {
        Equation sum = Equation.NOTHING;
        long after = 0;
        List<ParkedRecord> page;
        do {
            page = ledger.parked().list(ParkedRecords.Filter.open(ParkedRecord.Kind.WAITING, after, AT_ONCE));
            List<ParkedRecord> arrived = page.stream().filter(this::hasArrived).toList();
            sum = sum.plus(resume(arrived));
            after = page.isEmpty() ? after : page.get(page.size() - 1).id();
        } while (page.size() == AT_ONCE);
        return sum;
    }

    private boolean hasArrived(ParkedRecord record) {
        return record.awaited().stream().allMatch(this::isThere);
    }

    private boolean isThere(Awaited awaited) {
        if (awaited instanceof Awaited.Key key) {
            return !memory.state()
                    .crosswalk()
                    .find(key.system(), key.entity(), List.of(key.key()))
                    .isEmpty();
        }
        Awaited.BusinessKey by = (Awaited.BusinessKey) awaited;
        var entity = snapshot.get().part(io.hefu.dictionary.Dictionary.class).entity(by.entity());
        return !memory.state()
                .goldens()
                .byBusinessKey(entity, List.of(by.businessKey()))
                .isEmpty();
    }

    private Equation resume(Flow flow, List<ParkedRecord> records) {
        Optional<Mapping> mapping = snapshot.get().part(Mappings.class).find(flow.system(), flow.entity());
        if (mapping.isEmpty()) {
            return Equation.NOTHING;
        }
        Equation sum = Equation.NOTHING;
        List<ParkedRecord> next = new ArrayList<>();
        for (int from = 0; from < records.size(); from += AT_ONCE) {
            List<ParkedRecord> some = records.subList(from, Math.min(records.size(), from + AT_ONCE));
            try {
                CommittedBatch committed = way.send(batch(mapping.get(), some));
                sum = sum.plus(committed.equation());
                next.addAll(committed.resumable());
            } catch (StaleBatch taken) {
                // A newer version came or a person discarded one of them meanwhile; the others are looked at again
                // later.
                LOG.debug("a batch of resumed records was given up", taken);
            }
        }
        // Only what is not of these very records, or a record that still waits for something else would go round
        // forever.
        List<Long> done = records.stream().map(ParkedRecord::id).toList();
        next.removeIf(record -> done.contains(record.id()));
        return next.isEmpty() ? sum : sum.plus(resume(next));
    }

    private SourceBatch batch(Mapping mapping, List<ParkedRecord> records) {
        BatchContext context = new BatchContext(
                mapping.system(),
                mapping.entity(),
                Optional.of(mapping),
                snapshot.get(),
                memory.state(),
                Origin.RESUMED,
                memory.reserveBatch(),
                clock.instant());
        List<SourceRow> rows = new ArrayList<>(records.size());
        for (ParkedRecord record : records) {
            Row row = RowCodec.read(record.payload().orElseThrow());
            rows.add(new SourceRow(record.key(), row, mapping.fingerprint(row), OptionalLong.of(record.id())));
        }
        Shape shape = rows.get(0).row().shape();
        return new SourceBatch(context, shape, rows, 0, List.of(), List.of(), Optional.empty());
    }
}
