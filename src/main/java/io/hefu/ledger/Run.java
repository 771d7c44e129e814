package io.hefu.ledger;

import io.hefu.definition.Text;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * One pass over an entity of a system.
 *
 * @param ended empty while it runs, or when the process died in it
 * @param outcome empty as long as it has not ended
 * @param detail why it paused or failed; otherwise {@link Text#NONE}
 */
public record Run(
        long id,
        Kind kind,
        Flow flow,
        Instant started,
        Optional<Instant> ended,
        Optional<Outcome> outcome,
        Text detail) {
    /** What set it off. */
    public enum Kind {
        READING,
        SWEEP,
        LOAD,
        CLOCK,
        RETRY,
        APPLY;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How it ended. */
    public enum Outcome {
        DONE,
        PAUSED,
        FAILED;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
