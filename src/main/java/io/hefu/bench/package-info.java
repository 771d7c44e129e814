/**
 * Measures the hub on a large load: the limit of the two databases, the whole way of a record, and a sweep of unchanged
 * rows, in one run.
 *
 * <p>May use: everything; nothing uses it but the command line.
 */
package io.hefu.bench;
