package io.hefu.journey;

/**
 * What a commit made permanent.
 *
 * @param appeared whether links or business keys appeared that a waiting record may have waited for
 * @param wanted whether something is now wanted by a target
 */
public record CommittedBatch(long batch, Tally tally, boolean appeared, boolean wanted) {}
