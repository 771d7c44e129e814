package io.hefu.journey;

import java.util.List;

/**
 * Records after survivorship.
 *
 * @param identified the batch before; its rows tell the links
 * @param records one for each UID
 */
public record MergedBatch(IdentifiedBatch identified, List<MergedRecord> records) {
    BatchContext context() {
        return identified.context();
    }
}
