package io.hefu.bench;

import io.hefu.crosswalk.CrosswalkTables;
import io.hefu.definition.Snapshot;
import io.hefu.definition.Violations;
import io.hefu.delivery.Delivery;
import io.hefu.delivery.Told;
import io.hefu.delivery.WantedTables;
import io.hefu.dictionary.Dictionary;
import io.hefu.drift.KnownShapes;
import io.hefu.golden.GoldenTables;
import io.hefu.journey.DatabaseMemory;
import io.hefu.journey.DatabaseState;
import io.hefu.journey.Deployment;
import io.hefu.journey.Flows;
import io.hefu.journey.Intake;
import io.hefu.journey.Resumer;
import io.hefu.journey.SnapshotCompiler;
import io.hefu.journey.Way;
import io.hefu.ledger.Equation;
import io.hefu.ledger.Flow;
import io.hefu.ledger.Ledger;
import io.hefu.rules.FiringTables;
import io.hefu.store.HubDatabase;
import io.hefu.store.HubSettings;
import io.hefu.systems.Systems;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** A whole hub: the engine as it runs anywhere, on a database of its own. */
final class MeasuredHub implements AutoCloseable {
    private static final String SOURCE = "erp";
    private static final String TARGET = "crm";
    private static final String ENTITY = "customer";
    private static final long LOOK_AGAIN_MILLIS = 5;

    private final HubDatabase database;
    private final BenchConnections connections;
    private final Intake intake;
    private final Delivery delivery;

    MeasuredHub(HubSettings settings, BenchHome home) {
        Violations violations = new Violations();
        Snapshot snapshot =
                SnapshotCompiler.compile(home.folder(), new Deployment(ZoneId.of("Asia/Shanghai")), violations);
        violations.throwIfAny();
        Clock clock = Clock.systemUTC();
        database = HubDatabase.open(settings);
        connections = new BenchConnections(snapshot.part(Systems.class), home);
        Ledger ledger = Ledger.of(database);
        CrosswalkTables crosswalk = new CrosswalkTables(database);
        GoldenTables goldens =
                GoldenTables.open(database, snapshot.part(Dictionary.class), (field, formerType, value) -> value);
        WantedTables wanted = new WantedTables(database);
        KnownShapes shapes = new KnownShapes(database, ledger.sourceShapes());
        DatabaseState state =
                new DatabaseState(database, ledger, crosswalk, goldens, wanted, shapes, new FiringTables(database));
        DatabaseMemory memory = new DatabaseMemory(database, ledger, crosswalk, state);
        Flows flows = new Flows();
        Way way = new BenchWay();
        intake = new Intake(
                () -> snapshot,
                connections,
                memory,
                flows,
                way,
                new Resumer(() -> snapshot, ledger, memory, way, clock),
                clock);
        delivery = new Delivery(
                () -> snapshot,
                connections,
                database,
                wanted,
                crosswalk,
                goldens,
                List.of(),
                (system, entity, writing) -> flows.whileNotRead(new Flow(system, entity), writing),
                (system, entity) -> true, // the target is only told
                clock);
    }

    /** Everything read, translated, matched, judged, committed and told to the target, which is told while reading goes on. */
    void load() throws InterruptedException {
        CompletableFuture<Equation> reading = CompletableFuture.supplyAsync(() -> intake.read(SOURCE, ENTITY));
        boolean ended;
        do {
            ended = reading.isDone();
            if (delivery.deliver(TARGET, ENTITY).equals(Told.NOTHING) && !ended) {
                Thread.sleep(LOOK_AGAIN_MILLIS);
            }
        } while (!ended);
        try {
            reading.join();
        } catch (CompletionException failed) {
            throw new IllegalStateException("reading failed", failed.getCause());
        }
    }

    /** Every row read again and compared with its link. */
    Equation sweep() {
        return intake.sweep(SOURCE, ENTITY);
    }

    @Override
    public void close() {
        connections.close();
        database.close();
    }
}
