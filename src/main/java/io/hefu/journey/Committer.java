package io.hefu.journey;

import io.hefu.store.ConflictException;
import io.hefu.store.CrashPoint;

/** Step 7: everything that the batch changes, in one transaction of the hub; or back to identify when the world moved. */
public final class Committer {
    /** @throws StaleBatch when something that the batch was built on is no longer so */
    public CommittedBatch commit(DerivedBatch derived) {
        ChangeSet changes = new ChangeSetBuilder(derived).build();
        CommittedBatch committed;
        try {
            committed = derived.context().state().commit(changes);
        } catch (ConflictException moved) {
            throw new StaleBatch(derived.identified().canonical().again(), moved);
        }
        CrashPoint.AFTER_COMMIT.reached();
        return committed;
    }
}
