package io.hefu.journey;

import io.hefu.definition.Text;
import io.hefu.dictionary.Reference;
import io.hefu.ledger.ParkedRecord;
import io.hefu.mapping.FieldFault;
import java.util.List;

/** A row that does not go on with its batch. */
public sealed interface Parking {
    SourceRow row();

    /** It was not understood. */
    record Quarantined(SourceRow row, List<FieldFault> faults) implements Parking {}

    /** It refers to something not known yet, and resumes by itself when that appears. */
    record Waiting(SourceRow row, List<Reference> awaited) implements Parking {}

    /**
     * A person must say what it belongs to.
     *
     * @param candidates business keys of what it may belong to
     */
    record Asking(SourceRow row, Text reason, List<String> candidates) implements Parking {}

    default ParkedRecord.Kind kind() {
        if (this instanceof Quarantined) {
            return ParkedRecord.Kind.QUARANTINED;
        }
        return this instanceof Waiting ? ParkedRecord.Kind.WAITING : ParkedRecord.Kind.REVIEW;
    }
}
