package io.hefu.journey;

import java.util.List;
import java.util.Map;

/**
 * Records after survivorship.
 *
 * @param identified the batch before; its rows tell the links
 * @param records one for each UID
 */
public record MergedBatch(IdentifiedBatch identified, List<MergedRecord> records) {
    /** Records whose clock is due; nothing was read or identified. */
    static MergedBatch due(BatchContext context, List<MergedRecord> records) {
        Carried nothing = new Carried(SourceBatch.nothingRead(context, List.of()));
        CanonicalBatch canonical = new CanonicalBatch(nothing, List.of(), 0);
        return new MergedBatch(
                new IdentifiedBatch(canonical, nothing, List.of(), Map.of(), Map.of(), Map.of()), records);
    }

    BatchContext context() {
        return identified.context();
    }
}
