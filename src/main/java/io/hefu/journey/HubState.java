package io.hefu.journey;

import io.hefu.crosswalk.Crosswalk;
import io.hefu.dictionary.Uid;
import io.hefu.drift.KnownShape;
import io.hefu.golden.Echoes;
import io.hefu.golden.GoldenRecords;
import io.hefu.ledger.Change;
import io.hefu.ledger.Flow;
import io.hefu.mapping.Mapping;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the steps read, and where the committer's changes go: the hub's database, or the overlay of a plan. */
public interface HubState {
    Crosswalk crosswalk();

    GoldenRecords goldens();

    Echoes echoes();

    /** How these records changed, each from the oldest change on; those that never changed are left out. */
    Map<Uid, List<Change>> histories(Collection<Uid> uids);

    /** What a source looked like so far; empty before its first batch. */
    Optional<KnownShape> knownShape(Mapping mapping);

    /** Whether any row of this flow waits or is quarantined. */
    boolean parksAnything(Flow flow);

    /** Which of these parked entries still wait or are quarantined, and are not superseded, discarded or resumed. */
    Set<Long> stillParked(Collection<Long> ids);

    /** Keys of those rows that a person was asked of and gave up, as they are now. */
    Set<String> givenUp(Flow flow, Collection<SourceRow> rows);

    /**
     * Makes the changes of a batch permanent, all or none.
     *
     * @throws io.hefu.store.ConflictException when the world moved since the batch was identified
     */
    CommittedBatch commit(ChangeSet changes);
}
