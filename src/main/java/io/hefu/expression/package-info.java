/**
 * Expressions: CEL typed against the dictionary, with exact money, decimals and dates, and the working-day calendar.
 *
 * <p>May use: dictionary.
 */
package io.hefu.expression;
