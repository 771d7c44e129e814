package io.hefu.golden;

/**
 * Where a value came from: the batch says when, in which run and under which snapshot of the definitions.
 *
 * @param system that said it; {@code hefu} for what the hub derived
 * @param batch of the ledger
 */
public record Provenance(String system, long batch) {}
