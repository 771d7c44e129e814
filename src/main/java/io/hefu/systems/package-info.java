/**
 * Ports: what a system is to the hub (describe, read a batch, find, write a batch, read back); no technology.
 *
 * <p>May use: dictionary.
 */
package io.hefu.systems;
