package io.hefu.journey;

import io.hefu.dictionary.Uid;
import io.hefu.review.Decisions;

/** What a person decided a parked row to belong to; entered with the commit that carries it out. */
public record Assigned(Uid to, Decisions.Decision decision) {}
