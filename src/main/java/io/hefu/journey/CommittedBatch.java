package io.hefu.journey;

import io.hefu.ledger.Equation;
import io.hefu.ledger.ParkedRecord;
import java.util.List;

/**
 * What a commit made permanent.
 *
 * @param resumable parked records that waited for what this batch brought
 */
public record CommittedBatch(long batch, Equation equation, List<ParkedRecord> resumable) {}
