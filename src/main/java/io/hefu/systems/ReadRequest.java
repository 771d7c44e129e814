package io.hefu.systems;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What to read of a resource.
 *
 * @param resource name in the system's definition; a table or view for a database
 * @param columns the columns wanted, all of them when empty
 * @param key the column that holds the key
 * @param changed the column that says when a record last changed, or several parted by commas of which the greatest counts:
 *     read by {@link Mode#CHANGES}
 * @param from where the last reading ended, as that reading said it; empty: from the beginning
 * @param overlap how far before {@code from} to read again, for commits that came late
 * @param batchSize rows a batch
 */
public record ReadRequest(
        String resource,
        List<String> columns,
        String key,
        Optional<String> changed,
        Mode mode,
        Optional<String> from,
        Duration overlap,
        int batchSize) {

    /** How to read. */
    public enum Mode {
        /** What changed since {@code from}, in the order of change. */
        CHANGES,
        /** Everything, in the byte order of the key's UTF-8 text: it finds what a timestamp missed, and deletions. */
        SWEEP
    }
}
