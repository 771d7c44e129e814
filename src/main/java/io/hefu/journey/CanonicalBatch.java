package io.hefu.journey;

import java.util.List;

/**
 * Canonical records that are not identified yet.
 *
 * @param attempt how often the batch came back here because the world had moved; 0 at first
 */
public record CanonicalBatch(Carried carried, List<CanonicalRow> rows, int attempt) {
    BatchContext context() {
        return carried.context();
    }

    CanonicalBatch again() {
        return new CanonicalBatch(carried, rows, attempt + 1);
    }
}
