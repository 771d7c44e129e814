package io.hefu.journey;

/** What is read of one entity from one system. */
public record Flow(String system, String entity) {
    @Override
    public String toString() {
        return system + "/" + entity;
    }
}
