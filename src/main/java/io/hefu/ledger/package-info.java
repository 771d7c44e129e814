/**
 * Append-only: batches and their dispositions, the change log, quarantine and waiting records, positions of
 * sources, paused entities.
 *
 * <p>May use: dictionary, store.
 */
package io.hefu.ledger;
