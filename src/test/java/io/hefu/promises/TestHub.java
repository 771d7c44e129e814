package io.hefu.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.hefu.adapters.AdapterConnections;
import io.hefu.adapters.http.HttpTransport;
import io.hefu.adapters.mail.MailTransport;
import io.hefu.adapters.settings.Surroundings;
import io.hefu.cli.Engine;
import io.hefu.cli.Hub;
import io.hefu.console.Books;
import io.hefu.crosswalk.Link;
import io.hefu.delivery.Told;
import io.hefu.dictionary.Dictionary;
import io.hefu.dictionary.EntityType;
import io.hefu.golden.GoldenRecord;
import io.hefu.journey.Plan;
import io.hefu.journey.PlanRun;
import io.hefu.journey.Releases;
import io.hefu.journey.StraightWay;
import io.hefu.ledger.Equation;
import io.hefu.ledger.Flow;
import io.hefu.ledger.ParkedRecord;
import io.hefu.ledger.ParkedRecords;
import io.hefu.mapping.Mapping;
import io.hefu.mapping.Mappings;
import io.hefu.receivables.PaymentPlans;
import io.hefu.receivables.Reminders;
import io.hefu.systems.Connections;
import io.hefu.systems.SystemConnection;
import io.hefu.systems.Systems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A hub over a folder of definitions, with real systems beside it; a test says what happens and looks at what came of it. */
final class TestHub implements AutoCloseable {
    /** Stands between the engine and the real connections, so that a test can put faults there. */
    private static final class Scripted implements Connections {
        private final Connections real;
        private final Map<String, SystemConnection> replaced = new HashMap<>();
        private final Map<String, ScriptedSystem> wrapped = new HashMap<>();

        Scripted(Connections real) {
            this.real = real;
        }

        @Override
        public synchronized ScriptedSystem to(String system) {
            return wrapped.computeIfAbsent(
                    system,
                    name -> new ScriptedSystem(replaced.containsKey(name) ? replaced.get(name) : real.to(name)));
        }

        @Override
        public void close() {
            real.close();
        }
    }

    private static final HttpTransport NO_HTTP = (route, request) -> {
        throw new UnsupportedOperationException("no system of this test is reached by HTTP");
    };

    private static final MailTransport NO_MAIL = (route, mail) -> {};

    private final Hub hub;
    private final Engine engine;
    private final Scripted connections;
    private final ShiftableClock clock;

    private TestHub(
            Path home,
            ShiftableClock clock,
            Map<String, SystemConnection> replaced,
            HttpTransport http,
            MailTransport mails) {
        this.clock = clock;
        this.hub = Hub.open(home, clock).requireSound();
        Surroundings surroundings =
                new Surroundings(home.resolve("config"), name -> Optional.empty(), hub.settings()::placeholder, clock);
        this.connections = new Scripted(new AdapterConnections(
                () -> hub.books().snapshot().get().part(Systems.class), surroundings, http, mails));
        connections.replaced.putAll(replaced);
        this.engine = new Engine(hub, connections, new StraightWay(List.of(new PaymentPlans(), new Reminders())));
    }

    /** Opens the hub of a folder of definitions. */
    static TestHub open(Path home, ShiftableClock clock) {
        return new TestHub(home, clock, Map.of(), NO_HTTP, NO_MAIL);
    }

    static TestHub open(Path home, ShiftableClock clock, MailRecorder mails) {
        return new TestHub(home, clock, Map.of("smtp", mails), NO_HTTP, NO_MAIL);
    }

    /** Systems of kind http are reached by this road. */
    static TestHub open(Path home, ShiftableClock clock, HttpTransport http) {
        return new TestHub(home, clock, Map.of(), http, NO_MAIL);
    }

    static TestHub open(Path home, ShiftableClock clock, MailRecorder mails, Letters letters) {
        return new TestHub(home, clock, Map.of("smtp", mails, "mailbox", letters), NO_HTTP, NO_MAIL);
    }

    /** Mails go out by this road. */
    static TestHub mailing(Path home, ShiftableClock clock, MailTransport road) {
        return new TestHub(home, clock, Map.of(), NO_HTTP, road);
    }

    ShiftableClock clock() {
        return clock;
    }

    Hub hub() {
        return hub;
    }

    Engine engine() {
        return engine;
    }

    Books books() {
        return hub.books();
    }

    /** The connection to a system, to put a fault there or to see what was sent. */
    ScriptedSystem system(String name) {
        return connections.to(name);
    }

    /** What changed; every reading must balance. */
    Equation read(String system, String entity) {
        return balanced(engine.intake().read(system, entity));
    }

    Equation sweep(String system, String entity) {
        return balanced(engine.intake().sweep(system, entity));
    }

    private static Equation balanced(Equation equation) {
        assertThat(equation.applied()
                        + equation.unchanged()
                        + equation.waiting()
                        + equation.quarantined()
                        + equation.dropped())
                .as("what became of what was read")
                .isEqualTo(equation.read());
        return equation;
    }

    Told deliver(String target, String entity) {
        return engine.delivery().deliver(target, entity);
    }

    /** Reads every flow and tells every target, until a round does nothing more; fails when it never ends. */
    int settle() {
        for (int round = 1; round <= 10; round++) {
            long applied = engine.readingOrder().stream()
                    .mapToLong(flow -> read(flow.system(), flow.entity()).applied())
                    .sum();
            long written = writers().stream()
                    .mapToLong(flow -> deliver(flow.system(), flow.entity()).written())
                    .sum();
            if (applied == 0 && written == 0) {
                return round;
            }
        }
        throw new AssertionError("the systems never came to rest");
    }

    private List<Flow> writers() {
        return books().snapshot().get().part(Mappings.class).all().stream()
                .filter(mapping -> mapping.write().isPresent())
                .map(mapping -> new Flow(mapping.system(), mapping.entity().name()))
                .toList();
    }

    Releases releases() {
        return engine.releases();
    }

    Plan plan() {
        return engine.plan().run(new PlanRun.Progress() {
            @Override
            public void reading(Flow flow) {}

            @Override
            public void read(Flow flow, Equation equation) {}
        });
    }

    EntityType entity(String name) {
        return books().snapshot().get().part(Dictionary.class).entity(name);
    }

    Mapping mapping(String system, String entity) {
        return books().snapshot()
                .get()
                .part(Mappings.class)
                .find(system, entity)
                .orElseThrow();
    }

    /** Every golden record of an entity that is not deleted. */
    List<GoldenRecord> goldens(String entity) {
        return all(entity).stream().filter(golden -> !golden.deleted()).toList();
    }

    List<GoldenRecord> all(String entity) {
        List<GoldenRecord> found = new ArrayList<>();
        books().goldens().forEach(entity(entity), found::add);
        return found;
    }

    GoldenRecord golden(String entity, String number) {
        return goldens(entity).stream()
                .filter(golden -> golden.merged()
                        .find("number", String.class)
                        .filter(number::equals)
                        .isPresent())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + entity + " " + number + " in " + goldens(entity)));
    }

    /** A value as the hub holds it; empty when it holds none. */
    Optional<String> value(String entity, String number, String field) {
        return golden(entity, number).merged().find(entity(entity).field(field)).map(Object::toString);
    }

    Link link(String system, String entity, String key) {
        return books().crosswalk().find(system, entity, key).orElseThrow(() -> new AssertionError("no link " + key));
    }

    List<ParkedRecord> parked(String system, String entity) {
        return books().ledger().parked().list(ParkedRecords.Filter.all(1000)).stream()
                .filter(record -> record.flow().equals(new Flow(system, entity)))
                .toList();
    }

    List<ParkedRecord> open(String system, String entity) {
        return parked(system, entity).stream()
                .filter(record -> record.state() == ParkedRecord.State.OPEN)
                .toList();
    }

    boolean paused(String system, String entity) {
        return books().ledger().pauses().find(new Flow(system, entity)).isPresent();
    }

    @Override
    public void close() {
        connections.close();
        hub.close();
    }
}
