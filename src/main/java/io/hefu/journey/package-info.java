/**
 * The steps of the way that a record takes, from a system's row to a commit in the hub's database; intake before it, plan
 * beside it.
 *
 * <p>Each step is a bean with one public method that takes exactly the batch type of the step before it. A step reads the
 * hub's state, writes nothing, and adds to the batch; only the committer commits.
 *
 * <p>May use: all modules above it in the table of docs/architecture.md.
 */
package io.hefu.journey;
