package io.hefu.journey;

import io.hefu.crosswalk.Link;
import io.hefu.systems.Shape;
import java.util.List;
import java.util.Optional;

/**
 * Rows as read, before anything was judged.
 *
 * @param rows those that are not known to be unchanged
 * @param unchanged how many more rows were read and are known as they are
 * @param unchangedKeys their keys, where something of this flow is parked and may be superseded by them; else empty
 * @param vanished links that a complete sweep no longer found
 * @param position where the next reading goes on once this batch is committed
 */
public record SourceBatch(
        BatchContext context,
        Shape shape,
        List<SourceRow> rows,
        int unchanged,
        List<String> unchangedKeys,
        List<Link> vanished,
        Optional<String> position) {
    private static final Shape NO_SHAPE = new Shape(List.of());

    /** A batch for which nothing was read: deletions, or what the hub makes itself. */
    static SourceBatch nothingRead(BatchContext context, List<Link> vanished) {
        return new SourceBatch(context, NO_SHAPE, List.of(), 0, List.of(), vanished, Optional.empty());
    }

    public int read() {
        return rows.size() + unchanged;
    }

    /** Whether its commit would change nothing at all. */
    boolean isIdle() {
        return rows.isEmpty() && vanished.isEmpty() && unchangedKeys.isEmpty() && position.isEmpty();
    }
}
