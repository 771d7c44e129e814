/**
 * The demo: the bundled installation beside a made-up company's four systems, from the first reading to live changes.
 *
 * <p>May use: everything.
 */
package io.hefu.demo;
