package io.hefu.rules;

import java.time.Instant;

/** A rule's clock, set for a record. */
public record Ring(String rule, Instant at) {}
