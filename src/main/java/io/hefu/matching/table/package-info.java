/**
 * Rows to be matched, as dictionary-coded integer columns: what kind a field is, which columns it is split into, and
 * the distinct values of each.
 *
 * <p>May use: matching.spelling, matching.compare.
 */
package io.hefu.matching.table;
