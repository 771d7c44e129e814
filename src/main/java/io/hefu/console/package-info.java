/**
 * What people see of the hub: the lists and explanations behind commands and pages, and the status page itself.
 *
 * <p>May use: journey, routing.
 */
package io.hefu.console;
