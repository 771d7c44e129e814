/**
 * Which (system, entity, key) is which UID, and what it looked like when last seen; duplicates.
 *
 * <p>May use: ledger, store, systems (for {@link io.hefu.systems.Fingerprint}).
 */
package io.hefu.crosswalk;
