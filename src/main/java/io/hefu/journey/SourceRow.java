package io.hefu.journey;

import io.hefu.systems.Fingerprint;
import io.hefu.systems.Row;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A row on its way, children joined.
 *
 * @param parked the parked entry that this row was resumed from
 * @param assigned what a person decided it to belong to
 */
public record SourceRow(
        String key, Row row, Fingerprint fingerprint, OptionalLong parked, Optional<Assigned> assigned) {
    private static final String NAMELESS = "?";

    public SourceRow(String key, Row row, Fingerprint fingerprint, OptionalLong parked) {
        this(key, row, fingerprint, parked, Optional.empty());
    }

    /** Under a name made of its looks, so that a row without a key is quarantined once and not once a reading. */
    static SourceRow nameless(Row row, Fingerprint fingerprint) {
        return new SourceRow(NAMELESS + Long.toHexString(fingerprint.high()), row, fingerprint, OptionalLong.empty());
    }

    /** Whether it may be a row without a key; a key that looks like one is possible. */
    boolean isNameless() {
        return key.startsWith(NAMELESS);
    }
}
