package io.hefu.drift;

import io.hefu.mapping.FieldFault;
import java.util.List;
import java.util.Map;

/** What the gate says of a batch. */
public sealed interface GateVerdict {
    /**
     * The shape is known.
     *
     * @param faults of single records, by their place in the batch
     * @param learned what the source looks like, this batch included; the very same object when nothing was learned
     * @param news fields that nobody decided about, which are only reported
     */
    record Passed(Map<Integer, List<FieldFault>> faults, KnownShape learned, List<FieldFault> news)
            implements GateVerdict {}

    /**
     * The shape is not known: nothing of the batch may be used.
     *
     * @param acceptable whether nothing would stand against the batch once what was learned of the source is forgotten; else
     *     only the mapping or the source can be mended
     */
    record Paused(List<FieldFault> reasons, boolean acceptable) implements GateVerdict {}
}
