package io.hefu.systems;

import io.hefu.definition.Text;

/** What became of one {@link OutgoingRow}. */
public sealed interface WriteResult {
    /** The system has it, under this key. */
    record Written(String key) implements WriteResult {}

    /** The system said no. Nothing was written. */
    record Rejected(Text reason, boolean retryable) implements WriteResult {}

    /** No answer came: it may be there. Only a look into the system can tell. */
    record Unknown(Text reason) implements WriteResult {}
}
