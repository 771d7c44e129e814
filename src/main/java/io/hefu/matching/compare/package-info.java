/**
 * How alike two values are: the distinct texts of a column, bit-parallel string distances, and the levels of agreement
 * that each kind of value knows.
 *
 * <p>May use: definition.
 */
package io.hefu.matching.compare;
