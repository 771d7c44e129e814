/**
 * The status page: a small web application on the loopback address, without scripts and without anything from elsewhere.
 *
 * <p>May use: what console may use.
 */
package io.hefu.console.page;
