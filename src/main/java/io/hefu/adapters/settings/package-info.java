/**
 * What every adapter reads of a system's file: texts, secrets, durations, and faults that name the file and key.
 *
 * <p>May use: systems.
 */
package io.hefu.adapters.settings;
