/**
 * The command line: what a person types and what it prints, and how the parts of the hub are put together.
 *
 * <p>May use: console, and what console may use.
 */
package io.hefu.cli;
