/**
 * Stage models: the order of stages, which moves are allowed, and how the stages of other models are called.
 *
 * <p>May use: rules.
 */
package io.hefu.stages;
