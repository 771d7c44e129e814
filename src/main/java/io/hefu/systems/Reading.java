package io.hefu.systems;

import java.util.Optional;

/** A reading under way. Batches arrive in the order that was asked for, with bounded memory. Not thread-safe. */
public interface Reading extends AutoCloseable {
    /**
     * The next batch; empty when the reading is complete, so that a sweep which threw is never taken for a whole one.
     *
     * @throws SystemFault when the system failed; what was given before stays valid
     */
    Optional<RowBatch> next();

    @Override
    void close();
}
