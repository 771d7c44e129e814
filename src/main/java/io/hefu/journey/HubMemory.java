package io.hefu.journey;

import io.hefu.definition.Text;
import io.hefu.ledger.Equation;
import io.hefu.ledger.Flow;
import io.hefu.ledger.LastRuns;
import java.time.Instant;
import java.util.Optional;

/** What intake remembers between readings: in the hub's database, or in a plan that forgets it. */
public interface HubMemory {
    HubState state();

    /** The number of a batch that begins now. */
    long reserveBatch();

    /**
     * Where the last reading of a flow ended; empty when it must begin from the start, as when another version of the
     * mapping read it.
     */
    Optional<String> position(Flow flow, String mappingVersion);

    boolean hasLinks(Flow flow);

    /** Whether everything that the system has was seen at least once. */
    boolean wasSwept(Flow flow);

    /** Notes that a sweep begins; answers its number. */
    long sweeping(Flow flow, Instant at);

    /** Notes that a sweep has seen everything. */
    void swept(long sweep, Instant at, Equation seen);

    /** Notes how a reading ended; also one that found nothing new. */
    void ran(Flow flow, Instant started, Instant ended, LastRuns.Outcome outcome, Text detail);

    void pause(EntityPaused paused, Instant at);

    /** Notes that a flow goes on; does nothing when it was not paused. */
    void goOn(Flow flow);
}
