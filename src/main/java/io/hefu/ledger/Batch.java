package io.hefu.ledger;

import java.time.Instant;

/**
 * One micro-batch and what became of it.
 *
 * @param number as provenance names it
 * @param definitions version of the snapshot under which it was worked
 * @param at when it was read
 */
public record Batch(long number, Flow flow, String definitions, Instant at, Equation equation) {}
