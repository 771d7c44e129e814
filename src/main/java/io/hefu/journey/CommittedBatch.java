package io.hefu.journey;

/**
 * What a commit made permanent.
 *
 * @param resumable parked records that waited for what this batch brought
 */
public record CommittedBatch(long batch, Equation equation, List<ParkedRecord> resumable) {}
