package io.hefu.golden;

/**
 * Where a value came from: the batch says when, in which run and under which snapshot of the definitions.
 *
 * @param system that said it; {@link #HUB} for what the hub derived
 * @param batch of the ledger
 */
public record Provenance(String system, long batch) {
    /** The system that the hub is when it speaks itself. */
    public static final String HUB = "hefu";
}
