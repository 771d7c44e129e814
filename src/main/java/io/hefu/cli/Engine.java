package io.hefu.cli;

import io.hefu.console.Books;
import io.hefu.definition.Snapshot;
import io.hefu.delivery.Delivery;
import io.hefu.delivery.Precondition;
import io.hefu.dictionary.Dictionary;
import io.hefu.journey.ClockRun;
import io.hefu.journey.CommittedBatch;
import io.hefu.journey.Committer;
import io.hefu.journey.DatabaseMemory;
import io.hefu.journey.DatabaseState;
import io.hefu.journey.Deriver;
import io.hefu.journey.FirstReading;
import io.hefu.journey.Flows;
import io.hefu.journey.Gate;
import io.hefu.journey.HubMemory;
import io.hefu.journey.HubState;
import io.hefu.journey.Identifier;
import io.hefu.journey.Intake;
import io.hefu.journey.Mapper;
import io.hefu.journey.MergedBatch;
import io.hefu.journey.Merger;
import io.hefu.journey.PlanRun;
import io.hefu.journey.ReadingOrder;
import io.hefu.journey.ReceiptsSeen;
import io.hefu.journey.Releases;
import io.hefu.journey.Resumer;
import io.hefu.journey.Ruler;
import io.hefu.journey.SourceBatch;
import io.hefu.journey.Way;
import io.hefu.ledger.Flow;
import io.hefu.mapping.Mappings;
import io.hefu.receivables.BalanceReader;
import io.hefu.receivables.CoverReader;
import io.hefu.receivables.PaymentPlans;
import io.hefu.receivables.ReminderGuard;
import io.hefu.receivables.Reminders;
import io.hefu.systems.Connections;
import io.hefu.systems.SystemConnection;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** What reads and writes systems: the steps of the way, intake, clock and delivery, put together over a {@link Hub}. */
public final class Engine {
    private final Hub hub;
    private final Connections connections;
    private final Way way;
    private final Flows flows = new Flows();
    private final Function<HubState, List<Precondition>> preconditions;
    private final HubMemory memory;
    private final Gate gate = new Gate();
    private final Mapper mapper = new Mapper();
    private final Identifier identifier = new Identifier();
    private final Merger merger = new Merger();
    private final Ruler ruler = new Ruler();
    private final Deriver deriver;
    private final Committer committer = new Committer();
    private final Resumer resumer;
    private final Intake intake;
    private final ClockRun clockRun;
    private final Delivery delivery;

    /** @param way that batches are sent along: in the product, the route {@code way} */
    public Engine(Hub hub, Connections connections, Way way) {
        this.hub = hub;
        this.connections = connections;
        this.way = way;
        Books books = hub.books();
        Supplier<Snapshot> snapshot = books.snapshot();
        Clock clock = hub.clock();
        DatabaseState state = new DatabaseState(
                hub.database(),
                books.ledger(),
                books.crosswalk(),
                books.goldens(),
                books.wanted(),
                hub.shapes(),
                books.firings());
        this.memory = new DatabaseMemory(hub.database(), books.ledger(), books.crosswalk(), state);
        this.deriver = new Deriver(List.of(new PaymentPlans(), new Reminders()), identifier, merger, ruler);
        this.resumer = new Resumer(snapshot, books.ledger(), memory, way, clock);
        this.intake = new Intake(snapshot, connections, memory, flows, way, resumer, clock);
        this.clockRun = new ClockRun(snapshot, hub.database(), books.ledger(), memory, way, clock);
        this.preconditions = over -> List.of(new ReminderGuard(
                snapshot,
                over.goldens(),
                new BalanceReader(snapshot, over.crosswalk(), connections),
                new CoverReader(snapshot, over.goldens()),
                new ReceiptsSeen(snapshot, books.ledger(), flows),
                books.zone()));
        this.delivery = new Delivery(
                snapshot,
                connections,
                hub.database(),
                books.wanted(),
                books.crosswalk(),
                books.goldens(),
                preconditions.apply(state),
                (system, entity, writing) -> flows.whileNotRead(new Flow(system, entity), writing),
                (system, entity) -> FirstReading.isKnown(books.ledger(), new Flow(system, entity)),
                clock);
    }

    /** For decisions alone, which reach no system and send nothing along the way. */
    static Engine deciding(Hub hub) {
        return new Engine(hub, new Unreached(), new Untravelled());
    }

    private static final class Unreached implements Connections {
        @Override
        public SystemConnection to(String system) {
            throw new IllegalStateException("a decision reaches no system");
        }

        @Override
        public void close() {}
    }

    private static final class Untravelled implements Way {
        @Override
        public CommittedBatch send(SourceBatch batch) {
            throw new IllegalStateException("a decision sends nothing along the way");
        }

        @Override
        public CommittedBatch send(MergedBatch due) {
            throw new IllegalStateException("a decision sends nothing along the way");
        }
    }

    /** What routes may name by {@code bean: {ref: …}}. */
    public Map<String, Object> beans() {
        Map<String, Object> beans = new LinkedHashMap<>();
        beans.put("intake", intake);
        beans.put("gate", gate);
        beans.put("mapper", mapper);
        beans.put("identifier", identifier);
        beans.put("merger", merger);
        beans.put("ruler", ruler);
        beans.put("deriver", deriver);
        beans.put("committer", committer);
        beans.put("delivery", delivery);
        beans.put("clock", clockRun);
        beans.put("resumer", resumer);
        return beans;
    }

    public Intake intake() {
        return intake;
    }

    public FirstReading firstReading() {
        return new FirstReading(hub.books().snapshot(), hub.books().ledger(), intake);
    }

    public Resumer resumer() {
        return resumer;
    }

    public ClockRun clockRun() {
        return clockRun;
    }

    public Delivery delivery() {
        return delivery;
    }

    public Flows flows() {
        return flows;
    }

    public Connections connections() {
        return connections;
    }

    /** What makes plans, along the same way as ever. */
    public PlanRun plan() {
        Books books = hub.books();
        return new PlanRun(
                books.snapshot(), connections, books.ledger(), memory, books.wanted(), preconditions, way, hub.clock());
    }

    /** Every flow, those that others refer to first. */
    public List<Flow> readingOrder() {
        Snapshot snapshot = hub.books().snapshot().get();
        return ReadingOrder.flows(snapshot.part(Dictionary.class), snapshot.part(Mappings.class));
    }

    /** What carries out a person's decisions of held values. */
    public Releases releases() {
        return new Releases(hub.books().snapshot(), memory, deriver, committer, hub.decisions(), hub.clock());
    }
}
