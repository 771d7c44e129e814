/**
 * Which rows are compared at all: blocking rules chosen by the data, blocks that are refined when they grow too large,
 * and each pair of rows found once.
 *
 * <p>May use: matching.table.
 */
package io.hefu.matching.search;
