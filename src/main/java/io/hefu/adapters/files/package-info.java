/**
 * Files of rows with a header: CSV in any usual encoding, with any usual delimiter.
 *
 * <p>May use: systems.
 */
package io.hefu.adapters.files;
