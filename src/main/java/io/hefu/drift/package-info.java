/**
 * What a source looked like so far, and the gate that stops what is not known.
 *
 * <p>May use: mapping, ledger.
 */
package io.hefu.drift;
