/**
 * Systems behind HTTP and JSON, described in YAML alone: request templates, paging, login, tagged values.
 *
 * <p>May use: adapters.settings, systems.
 */
package io.hefu.adapters.http;
