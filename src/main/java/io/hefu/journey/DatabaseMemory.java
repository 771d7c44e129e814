package io.hefu.journey;

import io.hefu.crosswalk.CrosswalkTables;
import io.hefu.definition.Text;
import io.hefu.ledger.Equation;
import io.hefu.ledger.Flow;
import io.hefu.ledger.LastRuns;
import io.hefu.ledger.Ledger;
import io.hefu.ledger.Pauses;
import io.hefu.mapping.FieldFault;
import io.hefu.store.HubDatabase;
import java.time.Instant;
import java.util.Optional;

/** What intake remembers, in the hub's database. */
public final class DatabaseMemory implements HubMemory {
    private final HubDatabase database;
    private final Ledger ledger;
    private final CrosswalkTables crosswalk;
    private final DatabaseState state;

    public DatabaseMemory(HubDatabase database, Ledger ledger, CrosswalkTables crosswalk, DatabaseState state) {
        this.database = database;
        this.ledger = ledger;
        this.crosswalk = crosswalk;
        this.state = state;
    }

    @Override
    public HubState state() {
        return state;
    }

    @Override
    public long reserveBatch() {
        return ledger.batches().reserve();
    }

    @Override
    public Optional<String> position(Flow flow, String mappingVersion) {
        return ledger.positions().find(flow).flatMap(stored -> VersionedPosition.under(mappingVersion, stored));
    }

    @Override
    public boolean hasLinks(Flow flow) {
        try (var links = crosswalk.inKeyOrder(flow.system(), flow.entity())) {
            return links.hasNext();
        }
    }

    @Override
    public boolean wasSwept(Flow flow) {
        return ledger.sweeps().lastComplete(flow).isPresent();
    }

    @Override
    public long sweeping(Flow flow, Instant at) {
        return ledger.sweeps().begin(flow, at);
    }

    @Override
    public void swept(long sweep, Instant at, Equation seen) {
        database.write(tx -> {
            ledger.sweeps().complete(tx, sweep, at, seen.read(), seen.deleted());
            return 0;
        });
    }

    @Override
    public void ran(Flow flow, Instant started, Instant ended, LastRuns.Outcome outcome, Text detail) {
        ledger.lastRuns().note(flow, started, ended, outcome, detail);
    }

    @Override
    public void pause(EntityPaused paused, Instant at) {
        Flow flow = new Flow(paused.system(), paused.entity());
        FieldFault first = paused.reasons().get(0);
        Text reason = paused.reasons().stream()
                .map(FieldFault::what)
                .reduce((one, two) -> Text.of("%s；%s", "%s; %s", one, two))
                .orElse(first.what());
        ledger.pauses().pause(new Pauses.Pause(flow, at, reason, first.attempt(), paused.acceptable()));
    }

    @Override
    public void goOn(Flow flow) {
        ledger.pauses().resume(flow);
    }
}
