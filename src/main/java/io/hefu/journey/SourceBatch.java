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
 * @param vanished links that a complete sweep no longer found
 * @param position where the next reading goes on once this batch is committed
 */
public record SourceBatch(
        BatchContext context,
        Shape shape,
        List<SourceRow> rows,
        int unchanged,
        List<Link> vanished,
        Optional<String> position) {
    public int read() {
        return rows.size() + unchanged;
    }
}
