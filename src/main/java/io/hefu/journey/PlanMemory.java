package io.hefu.journey;

import io.hefu.definition.Text;
import io.hefu.ledger.Equation;
import io.hefu.ledger.Flow;
import io.hefu.ledger.LastRuns;
import io.hefu.mapping.FieldFault;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Intake's memory during a plan: begins where the hub stands, and is forgotten. */
final class PlanMemory implements HubMemory {
    /** Above any batch of the ledger: what is said in a plan is said last. */
    private static final long ABOVE_ALL = Long.MAX_VALUE / 2;

    private final HubMemory base;
    private final HubState state;
    private final Map<Flow, List<FieldFault>> paused = new LinkedHashMap<>();
    private long batches = ABOVE_ALL;

    PlanMemory(HubMemory base, HubState state) {
        this.base = base;
        this.state = state;
    }

    Map<Flow, List<FieldFault>> paused() {
        return paused;
    }

    @Override
    public HubState state() {
        return state;
    }

    @Override
    public long reserveBatch() {
        return ++batches;
    }

    @Override
    public Optional<String> position(Flow flow, String mappingVersion) {
        return base.position(flow, mappingVersion);
    }

    @Override
    public boolean hasLinks(Flow flow) {
        return base.hasLinks(flow);
    }

    @Override
    public boolean wasSwept(Flow flow) {
        return base.wasSwept(flow);
    }

    @Override
    public long sweeping(Flow flow, Instant at) {
        return 0;
    }

    @Override
    public void swept(long sweep, Instant at, Equation seen) {}

    @Override
    public void ran(Flow flow, Instant started, Instant ended, LastRuns.Outcome outcome, Text detail) {}

    @Override
    public void pause(EntityPaused pause, Instant at) {
        paused.put(new Flow(pause.system(), pause.entity()), pause.reasons());
    }

    @Override
    public void goOn(Flow flow) {}
}
