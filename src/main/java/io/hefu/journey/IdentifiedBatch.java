package io.hefu.journey;

import io.hefu.crosswalk.Link;
import io.hefu.dictionary.Uid;
import io.hefu.golden.GoldenRecord;
import java.util.List;
import java.util.Map;

/**
 * Records with their UIDs.
 *
 * @param canonical the batch before, to which a stale one goes back
 * @param carried with the rows that wait for a reference
 * @param bases the golden records that the rows and the vanished links concern, as they were when the batch was identified
 * @param formers primary links that vanished before: a new key of the same system takes the place
 * @param heirs of vanished primary links the duplicate key of the same system that takes the place, where there is one
 */
public record IdentifiedBatch(
        CanonicalBatch canonical,
        Carried carried,
        List<IdentifiedRow> rows,
        Map<Uid, GoldenRecord> bases,
        Map<Uid, Link> formers,
        Map<Uid, Link> heirs) {
    BatchContext context() {
        return carried.context();
    }
}
