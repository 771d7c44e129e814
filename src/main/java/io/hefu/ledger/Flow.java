package io.hefu.ledger;

/** An entity of a system: what positions, sweeps and pauses are kept of. */
public record Flow(String system, String entity) {
    @Override
    public String toString() {
        return system + "/" + entity;
    }
}
