/**
 * Usual spellings of one value made equal: telephone numbers, addresses, mail addresses, persons, product codes, units.
 * Company names and places are golden's, credit codes too.
 *
 * <p>May use: golden.
 */
package io.hefu.matching.spelling;
