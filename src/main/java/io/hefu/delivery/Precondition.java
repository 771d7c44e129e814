package io.hefu.delivery;

import io.hefu.definition.Text;
import io.hefu.golden.GoldenRecord;
import java.time.Instant;

/** Asked by the module that wanted a delivery, just before it is sent. */
public interface Precondition {
    /** The entity whose deliveries it decides. */
    String of();

    Decision before(GoldenRecord record, Instant now);

    /** Whether it may go. */
    sealed interface Decision {
        /** Send it. */
        record Send() implements Decision {}

        /** Never send this version; the reason is kept. */
        record Skip(Text reason) implements Decision {}

        /** Not now. */
        record Wait(Text reason, Instant until) implements Decision {}
    }
}
