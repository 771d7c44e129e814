package io.hefu.journey;

import io.hefu.dictionary.Reference;
import io.hefu.mapping.FieldFault;
import java.util.List;

/** A row that does not go on with its batch. */
public sealed interface Parking {
    SourceRow row();

    /** It was not understood. */
    record Quarantined(SourceRow row, List<FieldFault> faults) implements Parking {}

    /** It refers to something not known yet, and resumes by itself when that appears. */
    record Waiting(SourceRow row, List<Reference> awaited) implements Parking {}
}
