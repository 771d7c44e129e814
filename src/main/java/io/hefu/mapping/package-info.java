/**
 * A system's rows to canonical records and back; and coverage: every source field is mapped or dropped by decision.
 *
 * <p>May use: expression, systems.
 */
package io.hefu.mapping;
