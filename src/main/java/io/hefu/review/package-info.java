/**
 * What persons decided, with who decided and why; the one queue for whatever a person must decide.
 *
 * <p>May use: ledger.
 */
package io.hefu.review;
