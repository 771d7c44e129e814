package io.hefu.delivery;

import io.hefu.definition.Text;
import io.hefu.dictionary.Record;
import io.hefu.golden.GoldenRecord;
import java.time.Instant;
import java.util.Optional;

/** Asked by the module that wanted a delivery, just before it is sent. */
public interface Precondition {
    /** The entity whose deliveries it decides. */
    String of();

    Decision before(GoldenRecord record, Instant now);

    /** Whether it may go. */
    sealed interface Decision {
        /**
         * Send it.
         *
         * @param instead what to send in place of the golden record, written at this very moment; empty: as it is
         */
        record Send(Optional<Record> instead) implements Decision {}

        /** Never send this version; the reason is kept. */
        record Skip(Text reason) implements Decision {}

        /** Not now. */
        record Wait(Text reason, Instant until) implements Decision {}
    }
}
