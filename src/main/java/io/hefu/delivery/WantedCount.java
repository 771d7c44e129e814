package io.hefu.delivery;

/** How many wanted versions of a target and entity stand in a state. */
public record WantedCount(String target, String entity, WantedState state, long amount) {}
