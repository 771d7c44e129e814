package io.hefu.journey;

import io.hefu.systems.Fingerprint;
import io.hefu.systems.Row;
import java.util.OptionalLong;

/**
 * A row on its way, children joined.
 *
 * @param parked the parked entry that this row was resumed from
 */
public record SourceRow(String key, Row row, Fingerprint fingerprint, OptionalLong parked) {}
