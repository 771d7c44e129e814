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
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Sends parked records along the way again: those whose reference appeared, and those that a person retries. */
public final class Resumer {
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
            return resumeEach(records);
        } finally {
            oneAtATime.unlock();
        }
    }

    private Equation resumeEach(List<ParkedRecord> records) {
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
            sum = sum.plus(resume(Circles.with(page, this::isThere)));
            after = page.isEmpty() ? after : page.get(page.size() - 1).id();
        } while (page.size() == AT_ONCE);
        return sum.plus(resumeFound());
    }

    /**
     * Looks through what waits for a person because nothing was found, for what can be found by now, such as the customer
     * of a sender whose contact was read later. Where several things were meant, a person must say.
     */
    private Equation resumeFound() {
        Equation sum = Equation.NOTHING;
        long after = 0;
        List<ParkedRecord> page;
        do {
            page = ledger.parked().list(ParkedRecords.Filter.open(ParkedRecord.Kind.REVIEW, after, AT_ONCE));
            sum = sum.plus(resume(page.stream()
                    .filter(record ->
                            record.awaited().isEmpty() && record.payload().isPresent())
                    .filter(this::isFound)
                    .toList()));
            after = page.isEmpty() ? after : page.get(page.size() - 1).id();
        } while (page.size() == AT_ONCE);
        return sum;
    }

    private boolean isFound(ParkedRecord record) {
        Optional<Mapping> mapping = snapshot.get()
                .part(Mappings.class)
                .find(record.flow().system(), record.flow().entity());
        return mapping.flatMap(Mapping::belonging)
                .map(belonging -> new Belongings(memory.state(), mapping.get().entity(), belonging))
                .map(belongings -> belongings.of(List.of(row(mapping.get(), record, Optional.empty()))))
                .filter(answers -> answers.get(record.key()) instanceof Belongings.Answer.Joins)
                .isPresent();
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
            Optional<CommittedBatch> committed = send(
                    mapping.get(), records.subList(from, Math.min(records.size(), from + AT_ONCE)), Optional.empty());
            sum = sum.plus(committed.map(CommittedBatch::equation).orElse(Equation.NOTHING));
            committed.ifPresent(batch -> next.addAll(batch.resumable()));
        }
        // Only what is not of these very records, or a record that still waits for something else would go round
        // forever.
        List<Long> done = records.stream().map(ParkedRecord::id).toList();
        next.removeIf(record -> done.contains(record.id()));
        return next.isEmpty() ? sum : sum.plus(resume(next));
    }

    /**
     * Lets a record that waits for a person belong to a thing. The decision is entered in the transaction that applies the
     * record.
     *
     * @return what became of it; nothing when it is no longer open
     */
    public Equation assign(ParkedRecord record, Assigned assigned) {
        Optional<Mapping> mapping = snapshot.get()
                .part(Mappings.class)
                .find(record.flow().system(), record.flow().entity())
                .filter(found -> record.payload().isPresent());
        oneAtATime.lock();
        try {
            return mapping.flatMap(found -> send(found, List.of(record), Optional.of(assigned)))
                    .map(CommittedBatch::equation)
                    .orElse(Equation.NOTHING);
        } finally {
            oneAtATime.unlock();
        }
    }

    private static SourceRow row(Mapping mapping, ParkedRecord record, Optional<Assigned> assigned) {
        Row row = RowCodec.read(record.payload().orElseThrow());
        return new SourceRow(record.key(), row, mapping.fingerprint(row), OptionalLong.of(record.id()), assigned);
    }

    /** Only those that are still open: a newer version or a person may have closed the others at any moment. */
    private Optional<CommittedBatch> send(Mapping mapping, List<ParkedRecord> records, Optional<Assigned> assigned) {
        List<ParkedRecord> open = stillOpen(records);
        while (!open.isEmpty()) {
            try {
                return Optional.of(way.send(batch(mapping, open, assigned)));
            } catch (StaleBatch stale) {
                List<ParkedRecord> left = stillOpen(open);
                if (left.size() == open.size()) {
                    throw stale;
                }
                open = left;
            }
        }
        return Optional.empty();
    }

    private List<ParkedRecord> stillOpen(List<ParkedRecord> records) {
        Set<Long> open = memory.state()
                .stillParked(records.stream().map(ParkedRecord::id).toList());
        return records.stream().filter(record -> open.contains(record.id())).toList();
    }

    private SourceBatch batch(Mapping mapping, List<ParkedRecord> records, Optional<Assigned> assigned) {
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
            rows.add(row(mapping, record, assigned));
        }
        Shape shape = rows.get(0).row().shape();
        return new SourceBatch(context, shape, rows, 0, List.of(), List.of(), Optional.empty());
    }
}
