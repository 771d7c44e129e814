/**
 * How each kind of system is reached: its adapter implements the ports of systems, and none knows another.
 *
 * <p>May use: mapping.
 */
package io.hefu.adapters;
