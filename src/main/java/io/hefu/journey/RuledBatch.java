package io.hefu.journey;

import java.util.List;

/** Records that the rules have seen. */
public record RuledBatch(IdentifiedBatch identified, List<RuledRecord> records) {
    BatchContext context() {
        return identified.context();
    }
}
