/**
 * Which (system, entity, key) is which UID, and what it looked like when last seen; duplicates, with history.
 *
 * <p>May use: ledger, systems (for {@link io.hefu.systems.Fingerprint}).
 */
package io.hefu.crosswalk;
