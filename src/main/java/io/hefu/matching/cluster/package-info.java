/**
 * Which rows are one thing, decided from scored pairs and from what persons decided: weak links never chain, and no two
 * things that exclude each other meet in one cluster.
 *
 * <p>May use: nothing of ours.
 */
package io.hefu.matching.cluster;
