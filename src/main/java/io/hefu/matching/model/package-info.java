/**
 * What agreement is worth: the Fellegi-Sunter model, learnt without labels or with them, its file, and the weights of a
 * pair.
 *
 * <p>May use: matching.search, matching.cluster.
 */
package io.hefu.matching.model;
