package io.hefu.journey;

import io.hefu.definition.Snapshot;
import io.hefu.mapping.Mapping;
import io.hefu.mapping.Mappings;
import io.hefu.mapping.ReadSide;
import io.hefu.store.CrashPoint;
import io.hefu.systems.Connections;
import io.hefu.systems.ReadRequest;
import io.hefu.systems.Reading;
import io.hefu.systems.RowBatch;
import io.hefu.systems.SystemConnection;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads an entity from a system, batch after batch, and sends each along the way. One reading of a flow at a time; a
 * trigger that comes while one is under way does nothing.
 */
public final class Intake {
    private final Supplier<Snapshot> snapshot;
    private final Connections connections;
    private final HubMemory memory;
    private final Flows flows;
    private final Way way;
    private final Clock clock;

    public Intake(
            Supplier<Snapshot> snapshot,
            Connections connections,
            HubMemory memory,
            Flows flows,
            Way way,
            Clock clock) {
        this.snapshot = snapshot;
        this.connections = connections;
        this.memory = memory;
        this.flows = flows;
        this.way = way;
        this.clock = clock;
    }

    /** What changed since the last reading; everything at first, and where the system cannot say what changed. */
    public Tally read(String system, String entity) {
        Mapping mapping = mapping(system, entity);
        boolean asksForChanges = readSide(mapping).changed().isPresent();
        return run(mapping, asksForChanges ? Origin.CHANGES : Origin.SWEEP);
    }

    /** Everything, compared with the links: finds what a timestamp missed, and deletions. */
    public Tally sweep(String system, String entity) {
        return run(mapping(system, entity), Origin.SWEEP);
    }

    private Tally run(Mapping mapping, Origin origin) {
        Flow flow = new Flow(mapping.system(), mapping.entity().name());
        return flows.exclusively(flow, () -> {
            flows.started(flow, clock.instant());
            try {
                Tally tally = origin == Origin.SWEEP ? sweep(mapping, flow) : changes(mapping, flow);
                flows.ended(flow, clock.instant(), tally);
                return tally;
            } catch (EntityPaused paused) {
                memory.pause(paused, clock.instant());
                flows.paused(flow, clock.instant(), paused.reasons().get(0).what());
                return Tally.NONE;
            } catch (RuntimeException fault) {
                flows.failed(flow, clock.instant(), Faults.told(fault));
                throw fault;
            }
        });
    }

    private Tally changes(Mapping mapping, Flow flow) {
        ReadSide side = readSide(mapping);
        Optional<String> from = memory.position(flow);
        ReadRequest request = new ReadRequest(
                side.resource(),
                List.of(),
                side.key(),
                side.changed(),
                ReadRequest.Mode.CHANGES,
                from,
                side.overlap(),
                side.batchSize());
        SystemConnection connection = connections.to(mapping.system());
        Tally sum = Tally.NONE;
        try (Reading reading = connection.read(request)) {
            for (Optional<RowBatch> batch = reading.next(); batch.isPresent(); batch = reading.next()) {
                sum = sum.plus(send(mapping, flow, connection, batch.get()));
            }
        }
        return sum;
    }

    private Tally send(Mapping mapping, Flow flow, SystemConnection connection, RowBatch rows) {
        BatchContext context = context(mapping, Origin.CHANGES);
        SourceBatch batch = new RowSorter(context, connection).sort(rows);
        boolean moved = !memory.position(flow).equals(batch.position());
        if (batch.rows().isEmpty() && !moved) {
            // Only the overlap was read again, all of it known: nothing to commit.
            return new Tally(batch.unchanged(), 0, batch.unchanged(), 0, 0, 0, 0, 0, 0);
        }
        return travel(batch);
    }

    private Tally sweep(Mapping mapping, Flow flow) {
        ReadSide side = readSide(mapping);
        ReadRequest request = new ReadRequest(
                side.resource(),
                List.of(),
                side.key(),
                side.changed(),
                ReadRequest.Mode.SWEEP,
                Optional.empty(),
                side.overlap(),
                side.batchSize());
        SystemConnection connection = connections.to(mapping.system());
        boolean emptyHub = !memory.hasLinks(flow);
        try (Reading reading = connection.read(request);
                SweepJoin join = new SweepJoin(memory.state().crosswalk(), flow, emptyHub)) {
            Tally sum = Tally.NONE;
            for (Optional<RowBatch> batch = reading.next(); batch.isPresent(); batch = reading.next()) {
                BatchContext context = context(mapping, Origin.SWEEP);
                SourceBatch source = new RowSorter(context, connection).sortSweep(batch.get(), join);
                sum = sum.plus(travel(source));
            }
            while (!join.exhausted()) {
                sum = sum.plus(travel(join.rest(context(mapping, Origin.SWEEP))));
            }
            memory.swept(flow, clock.instant(), sum);
            return sum;
        }
    }

    private Tally travel(SourceBatch batch) {
        CrashPoint.AFTER_READ.reached();
        if (batch.rows().isEmpty() && batch.vanished().isEmpty() && batch.position().isEmpty()) {
            return new Tally(batch.unchanged(), 0, batch.unchanged(), 0, 0, 0, 0, 0, 0);
        }
        return way.send(batch).tally();
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
