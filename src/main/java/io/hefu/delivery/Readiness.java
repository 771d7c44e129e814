package io.hefu.delivery;

/**
 * Whether everything that a target already has of an entity is known, so that nothing is created there which it has under a
 * key that was not read yet.
 */
@FunctionalInterface
public interface Readiness {
    boolean isKnown(String target, String entity);
}
