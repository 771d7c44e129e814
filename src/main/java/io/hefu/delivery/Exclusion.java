package io.hefu.delivery;

/** Keeps an entity of a system from being read while it is being written, so that no half-bound record is read back. */
@FunctionalInterface
public interface Exclusion {
    void whileNotRead(String system, String entity, Runnable writing);
}
