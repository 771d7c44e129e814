/**
 * Terms, instalments, ageing, and which reminders are due: deciding, not sending.
 *
 * <p>May use: rules, delivery.
 */
package io.hefu.receivables;
