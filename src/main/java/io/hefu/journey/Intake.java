package io.hefu.journey;

import io.hefu.crosswalk.Link;
import io.hefu.definition.Snapshot;
import io.hefu.definition.Text;
import io.hefu.ledger.Equation;
import io.hefu.ledger.Flow;
import io.hefu.ledger.LastRuns;
import io.hefu.mapping.Mapping;
import io.hefu.mapping.Mappings;
import io.hefu.mapping.ReadSide;
import io.hefu.store.CrashPoint;
import io.hefu.systems.Connections;
import io.hefu.systems.ReadRequest;
import io.hefu.systems.RowBatch;
import io.hefu.systems.SystemConnection;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads an entity from a system, batch after batch, and sends each along the way. One reading of a flow at a time; a
 * trigger that comes while one is under way does nothing.
 */
public final class Intake {
    /** Deletions of one batch. */
    private static final int DELETIONS = 1000;

    private final Supplier<Snapshot> snapshot;
    private final Connections connections;
    private final HubMemory memory;
    private final Flows flows;
    private final Way way;
    private final Resumer resumer;
    private final Clock clock;

    public Intake(
            Supplier<Snapshot> snapshot,
            Connections connections,
            HubMemory memory,
            Flows flows,
            Way way,
            Resumer resumer,
            Clock clock) {
        this.snapshot = snapshot;
        this.connections = connections;
        this.memory = memory;
        this.flows = flows;
        this.way = way;
        this.resumer = resumer;
        this.clock = clock;
    }

    /** What changed since the last reading; everything at first, and where the system cannot say what changed. */
    public Equation read(String system, String entity) {
        Mapping mapping = mapping(system, entity);
        boolean asksForChanges = readSide(mapping).changed().isPresent();
        return run(mapping, asksForChanges ? Origin.CHANGES : Origin.SWEEP);
    }

    /** Everything, compared with the links: finds what a timestamp missed, and deletions. */
    public Equation sweep(String system, String entity) {
        return run(mapping(system, entity), Origin.SWEEP);
    }

    private Equation run(Mapping mapping, Origin origin) {
        Flow flow = new Flow(mapping.system(), mapping.entity().name());
        return flows.exclusively(flow, () -> {
            Instant started = clock.instant();
            flows.started(flow, started);
            try {
                Equation equation = origin == Origin.SWEEP ? sweep(mapping, flow) : changes(mapping, flow);
                memory.goOn(flow);
                flows.ended(flow, clock.instant(), equation);
                memory.ran(flow, started, clock.instant(), LastRuns.Outcome.DONE, Text.NONE);
                return equation;
            } catch (EntityPaused paused) {
                memory.pause(paused, clock.instant());
                Text reason = paused.reasons().get(0).what();
                flows.paused(flow, clock.instant(), reason);
                memory.ran(flow, started, clock.instant(), LastRuns.Outcome.PAUSED, reason);
                return Equation.NOTHING;
            } catch (RuntimeException fault) {
                flows.failed(flow, clock.instant(), Faults.told(fault));
                failed(flow, started, fault);
                throw fault;
            }
        });
    }

    /** The hub's database may be the very thing that failed; that must not hide the fault. */
    private void failed(Flow flow, Instant started, RuntimeException fault) {
        try {
            memory.ran(flow, started, clock.instant(), LastRuns.Outcome.FAILED, Faults.told(fault));
        } catch (RuntimeException second) {
            fault.addSuppressed(second);
        }
    }

    private Equation changes(Mapping mapping, Flow flow) {
        Optional<String> position = memory.position(flow, mapping.version());
        SystemConnection connection = connections.to(mapping.system());
        Equation sum = Equation.NOTHING;
        // From the beginning to the end is everything the system has, as good as a sweep but for deletions; so is the
        // rest
        // of a first reading that was cut off.
        OptionalLong complete = position.isEmpty() || !memory.wasSwept(flow)
                ? OptionalLong.of(memory.sweeping(flow, clock.instant()))
                : OptionalLong.empty();
        ReadRequest request = request(mapping, ReadRequest.Mode.CHANGES, position);
        try (ReadAhead<RowBatch> reading = ahead(connection, request, batch -> batch)) {
            for (Optional<RowBatch> batch = reading.next(); batch.isPresent(); batch = reading.next()) {
                BatchContext context = context(mapping, Origin.CHANGES);
                SourceBatch sorted = new RowSorter(context, connection).sort(batch.get(), position);
                sum = sum.plus(travel(sorted));
                position = Optional.of(batch.get().position());
            }
        }
        if (complete.isPresent()) {
            memory.swept(complete.getAsLong(), clock.instant(), sum);
        }
        return sum;
    }

    private Equation sweep(Mapping mapping, Flow flow) {
        SystemConnection connection = connections.to(mapping.system());
        boolean emptyHub = !memory.hasLinks(flow);
        long sweep = memory.sweeping(flow, clock.instant());
        // The links first: what is created there from now on is read or not, but no link of it counts as gone.
        ReadRequest request = request(mapping, ReadRequest.Mode.SWEEP, Optional.empty());
        try (SweepJoin join = new SweepJoin(memory.state().crosswalk(), flow, emptyHub);
                // A sweep names each key once, so that a batch can be compared before the one before it is committed.
                ReadAhead<SourceBatch> reading = ahead(
                        connection,
                        request,
                        batch -> new RowSorter(context(mapping, Origin.SWEEP), connection).sort(batch, join))) {
            Equation sum = Equation.NOTHING;
            boolean allNamed = true;
            for (Optional<SourceBatch> batch = reading.next(); batch.isPresent(); batch = reading.next()) {
                allNamed &= batch.get().rows().stream().noneMatch(SourceRow::isNameless);
                sum = sum.plus(travel(batch.get()));
            }
            // Only now is the sweep complete: a broken one must delete nothing. A row without its key may be any of
            // them.
            if (allNamed) {
                sum = sum.plus(delete(mapping, gone(mapping, join)));
            }
            memory.swept(sweep, clock.instant(), sum);
            return sum;
        }
    }

    private static List<Link> gone(Mapping mapping, SweepJoin join) {
        if (!readSide(mapping).mayVanish()) {
            join.requireMostOfIt();
        }
        return join.gone();
    }

    private Equation delete(Mapping mapping, List<Link> gone) {
        Equation sum = Equation.NOTHING;
        for (int from = 0; from < gone.size(); from += DELETIONS) {
            List<Link> some = gone.subList(from, Math.min(gone.size(), from + DELETIONS));
            sum = sum.plus(travel(SourceBatch.nothingRead(context(mapping, Origin.SWEEP), some)));
        }
        return sum;
    }

    private Equation travel(SourceBatch batch) {
        CrashPoint.AFTER_READ.reached();
        if (batch.isIdle()) {
            return Equations.unchanged(batch.unchanged());
        }
        CommittedBatch committed = way.send(batch);
        resumer.resume(committed.resumable());
        return committed.equation();
    }

    private BatchContext context(Mapping mapping, Origin origin) {
        return new BatchContext(
                mapping.system(),
                mapping.entity(),
                Optional.of(mapping),
                snapshot.get(),
                memory.state(),
                origin,
                memory.reserveBatch(),
                clock.instant());
    }

    private static <T> ReadAhead<T> ahead(
            SystemConnection connection, ReadRequest request, Function<RowBatch, T> each) {
        return new ReadAhead<>(connection.read(request), request.batchSize(), each);
    }

    private static ReadRequest request(Mapping mapping, ReadRequest.Mode mode, Optional<String> from) {
        ReadSide side = readSide(mapping);
        return new ReadRequest(
                side.resource(), List.of(), side.key(), side.changed(), mode, from, side.overlap(), side.batchSize());
    }

    private Mapping mapping(String system, String entity) {
        return snapshot.get()
                .part(Mappings.class)
                .find(system, entity)
                .orElseThrow(() -> new IllegalArgumentException("there is no mapping " + system + "/" + entity));
    }

    private static ReadSide readSide(Mapping mapping) {
        return mapping.read()
                .orElseThrow(() -> new IllegalArgumentException(
                        mapping.system() + "/" + mapping.entity() + " is only written, never read"));
    }
}
