package io.hefu.receivables;

import io.hefu.definition.Snapshot;
import io.hefu.golden.GoldenRecord;
import io.hefu.golden.GoldenRecords;
import io.hefu.rules.Firing;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Says what follows from a change. Reads, never writes. */
public interface Derivation {
    /** The entity whose changes it looks at. */
    String of();

    /**
     * @param before as committed; empty for a new record
     * @param after with holds: nothing follows from a held value
     * @param firings the rules that spoke of this change
     * @param goldens the state that the batch sees
     */
    List<Derived> derive(
            Optional<GoldenRecord> before,
            GoldenRecord after,
            List<Firing> firings,
            GoldenRecords goldens,
            Snapshot snapshot,
            LocalDate today);
}
