/**
 * Finds out which rows are the same thing: normalisers, candidate search, scores that explain themselves, clusters.
 *
 * <p>May use: golden.
 */
package io.hefu.matching;
