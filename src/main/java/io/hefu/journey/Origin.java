package io.hefu.journey;

/** Why a batch is on its way. */
public enum Origin {
    /** A system said what changed since its position. */
    CHANGES,
    /** A complete reading in key order. */
    SWEEP,
    /** Rows that waited or were quarantined, tried again. */
    RESUMED,
    /** Records whose clock is due; nothing was read. */
    CLOCK,
    /** A person decided something of a record; nothing was read. */
    DECISION
}
