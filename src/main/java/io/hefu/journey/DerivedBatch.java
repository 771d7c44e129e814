package io.hefu.journey;

import java.util.List;

/**
 * Everything that a batch makes of the hub's state.
 *
 * @param records of the entity that was read
 * @param derived batches of records that the hub made, of other entities, ruled as any record
 */
public record DerivedBatch(IdentifiedBatch identified, List<RuledRecord> records, List<RuledBatch> derived) {
    BatchContext context() {
        return identified.context();
    }
}
