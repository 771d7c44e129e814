package io.hefu.cli;

import io.hefu.console.Books;
import io.hefu.crosswalk.CrosswalkTables;
import io.hefu.definition.InvalidDefinitionsException;
import io.hefu.definition.Snapshot;
import io.hefu.definition.Violation;
import io.hefu.definition.Violations;
import io.hefu.delivery.DeliveryLog;
import io.hefu.delivery.WantedTables;
import io.hefu.dictionary.Dictionary;
import io.hefu.dictionary.EntityType;
import io.hefu.dictionary.FieldType;
import io.hefu.drift.KnownShapes;
import io.hefu.expression.Conversions;
import io.hefu.expression.Expressions;
import io.hefu.expression.WorkCalendar;
import io.hefu.golden.Conversion;
import io.hefu.golden.GoldenTables;
import io.hefu.golden.StoredCodes;
import io.hefu.ledger.Ledger;
import io.hefu.review.Decisions;
import io.hefu.rules.FiringTables;
import io.hefu.store.HubDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * An installation, opened: its definitions and the hub's own database with every book in it. Enough to look and to decide;
 * {@link Engine} adds what reads and writes systems.
 *
 * <p>Opening is cheap, and works with faulty definitions as far as they could be compiled, so that a person can look at
 * what waits while a mapping is broken; {@link #requireSound} refuses them.
 */
public final class Hub implements AutoCloseable {
    private final Home home;
    private final Map<String, String> environment;
    private final Settings settings;
    private final List<Violation> violations;
    private final AtomicReference<Snapshot> snapshot;
    private final HubDatabase database;
    private final Clock clock;
    private final Books books;
    private final Decisions decisions;
    private final KnownShapes shapes;

    private Hub(Home home, Map<String, String> environment, Compilation compiled, HubDatabase database, Clock clock) {
        this.home = home;
        this.environment = environment;
        this.settings = compiled.settings();
        this.violations = compiled.violations();
        this.snapshot = new AtomicReference<>(compiled.snapshot());
        this.database = database;
        this.clock = clock;
        this.decisions = new Decisions(database);
        this.books = new Books(
                snapshot::get,
                Ledger.of(database),
                new CrosswalkTables(database),
                GoldenTables.open(
                        database, compiled.snapshot().part(Dictionary.class), conversion(compiled.snapshot())),
                new WantedTables(database),
                new DeliveryLog(database),
                new FiringTables(database),
                clock);
        this.shapes = new KnownShapes(database, books.ledger().sourceShapes());
    }

    /**
     * Opens the installation in a folder.
     *
     * @throws io.hefu.store.StoreException when the hub's database cannot be opened
     */
    public static Hub open(Path folder, Clock clock) {
        return open(new Home(folder), System.getenv(), clock);
    }

    static Hub open(Home home, Map<String, String> environment, Clock clock) {
        Compilation written = Compilation.of(home, environment);
        HubDatabase database = HubDatabase.open(written.settings().hub());
        try {
            Compilation compiled = written.against(database);
            if (compiled.isSound()) {
                StoredCodes.settle(database, compiled.snapshot().part(Dictionary.class));
            }
            return new Hub(home, environment, compiled, database, clock);
        } catch (RuntimeException fault) {
            database.close();
            throw fault;
        }
    }

    /** @throws InvalidDefinitionsException with every fault of the edited files, when there is any */
    public Hub requireSound() {
        if (!violations.isEmpty()) {
            throw new InvalidDefinitionsException(violations);
        }
        return this;
    }

    /**
     * Takes up edited definitions for the batches that begin from now on; faulty ones change nothing. An edited dictionary
     * waits for a restart, since what is stored is read by it.
     *
     * @return what became of it
     */
    Reload reload() {
        Compilation next = Compilation.of(home, environment).against(database);
        Snapshot before = snapshot.get();
        if (!next.isSound()) {
            return new Reload.Refused(next.violations());
        } else if (next.snapshot().version().equals(before.version())) {
            return new Reload.Same();
        } else if (!DictionaryLayout.of(next.snapshot()).equals(DictionaryLayout.of(before))) {
            return new Reload.Restart();
        }
        StoredCodes.settle(database, next.snapshot().part(Dictionary.class));
        snapshot.set(next.snapshot());
        return new Reload.Done(next.snapshot().version());
    }

    /** What became of edited definitions. */
    sealed interface Reload {
        record Same() implements Reload {}

        record Done(String version) implements Reload {}

        record Refused(List<Violation> violations) implements Reload {}

        record Restart() implements Reload {}
    }

    public Home home() {
        return home;
    }

    public Settings settings() {
        return settings;
    }

    public Books books() {
        return books;
    }

    public HubDatabase database() {
        return database;
    }

    public Decisions decisions() {
        return decisions;
    }

    KnownShapes shapes() {
        return shapes;
    }

    public Clock clock() {
        return clock;
    }

    Map<String, String> environment() {
        return environment;
    }

    @Override
    public void close() {
        database.close();
    }

    private static Conversion conversion(Snapshot snapshot) {
        Dictionary dictionary = snapshot.part(Dictionary.class);
        // their faults were told when the definitions were compiled
        Conversions conversions = Conversions.compile(
                dictionary, new Expressions(dictionary, snapshot.part(WorkCalendar.class)), new Violations());
        return (field, formerType, value) -> entityOf(dictionary, field)
                .flatMap(entity -> conversions.find(entity, field))
                .map(conversion -> conversion.convert(value))
                .orElseThrow(() -> new IllegalStateException(
                        field.position() + ": a value stored as " + formerType + " needs a conversion"));
    }

    private static Optional<EntityType> entityOf(Dictionary dictionary, FieldType field) {
        return dictionary.entities().stream()
                .filter(entity ->
                        entity.find(field.name()).filter(field::equals).isPresent())
                .findFirst();
    }
}
