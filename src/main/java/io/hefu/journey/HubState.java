package io.hefu.journey;

import io.hefu.crosswalk.Crosswalk;
import io.hefu.drift.KnownShape;
import io.hefu.golden.GoldenRecords;
import java.util.Optional;

/** What the steps read, and where the committer's changes go: the hub's database, or the overlay of a plan. */
public interface HubState {
    Crosswalk crosswalk();

    GoldenRecords goldens();

    /** What a source looked like so far; empty before its first batch. */
    Optional<KnownShape> knownShape(String system, String entity);

    /** Whether a row of this system is parked (waits or is quarantined), by keys. */
    boolean parksAnything(String system, String entity);

    /**
     * Makes the changes of a batch permanent, all or none.
     *
     * @throws StaleBatch when the world moved since the batch was identified
     */
    CommittedBatch commit(ChangeSet changes);
}
