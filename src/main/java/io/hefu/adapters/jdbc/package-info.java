/**
 * Databases as systems: streamed reading by watermark or sweep, and writing in bulk with an answer a row.
 *
 * <p>May use: adapters.settings, systems.
 */
package io.hefu.adapters.jdbc;
