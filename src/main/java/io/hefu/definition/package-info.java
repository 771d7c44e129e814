/**
 * YAML with positions and schemas, the violations found in it, and the versioned {@link io.hefu.definition.Snapshot} of
 * compiled definitions; it does not know their kinds.
 *
 * <p>May use: nothing of ours.
 */
package io.hefu.definition;
