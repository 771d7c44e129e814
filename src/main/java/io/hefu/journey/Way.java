package io.hefu.journey;

/** Sends a batch along the way and answers what became of it: in the product, the route {@code way}. */
public interface Way {
    /**
     * @throws EntityPaused when the gate does not know the shape
     * @throws StaleBatch when the batch went stale too often
     */
    CommittedBatch send(SourceBatch batch);

    /** Records whose clock is due: they enter at the rules. */
    CommittedBatch send(MergedBatch due);
}
