/**
 * Rules with modes observe, warn and enforce: what they judge, what they hold, their clocks and their examples; and the
 * templates of the mails that they send. The back-test belongs here.
 *
 * <p>May use: expression, golden.
 */
package io.hefu.rules;
