/**
 * Loading and swapping the routes of an installation, the beans that they name, what may trigger them, and how they fare;
 * with adapters the only place that knows Camel.
 *
 * <p>May use: journey, adapters.
 */
package io.hefu.routing;
