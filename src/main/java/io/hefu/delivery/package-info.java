/**
 * Wanted versions and how they reach their targets: projections, ordered writes, preconditions, confirmation.
 *
 * <p>May use: mapping, golden.
 */
package io.hefu.delivery;
