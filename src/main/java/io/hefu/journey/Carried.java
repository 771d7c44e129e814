package io.hefu.journey;

import io.hefu.drift.KnownShape;
import io.hefu.mapping.FieldFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What accompanies a batch from step to step besides its records, so that at the commit every record read has its one
 * disposition.
 *
 * @param parked rows that wait or are quarantined
 * @param dropped rows left out by a decision of the mapping
 * @param learned what the source looks like, this batch included; empty when nothing new was learned
 * @param news fields of the source that nobody decided about, which are only reported
 */
public record Carried(
        SourceBatch source, List<Parking> parked, int dropped, Optional<KnownShape> learned, List<FieldFault> news) {
    /** Of a batch whose source tells nothing of its own shape. */
    Carried(SourceBatch source) {
        this(source, List.of(), 0, Optional.empty(), List.of());
    }

    public BatchContext context() {
        return source.context();
    }

    Carried withParked(List<? extends Parking> more) {
        if (more.isEmpty()) {
            return this;
        }
        List<Parking> all = new ArrayList<>(parked);
        all.addAll(more);
        return new Carried(source, all, dropped, learned, news);
    }

    Carried withDropped(int more) {
        return new Carried(source, parked, dropped + more, learned, news);
    }
}
