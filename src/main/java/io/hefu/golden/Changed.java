package io.hefu.golden;

/**
 * A golden record to be stored over the one that it was built on.
 *
 * @param before as it was read, whose version must still stand
 */
public record Changed(GoldenRecord before, GoldenRecord after) {}
