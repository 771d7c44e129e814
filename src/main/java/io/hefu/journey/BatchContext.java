package io.hefu.journey;

import io.hefu.definition.Snapshot;
import io.hefu.dictionary.EntityType;
import io.hefu.golden.Provenance;
import io.hefu.ledger.Flow;
import io.hefu.mapping.Mapping;
import java.time.Instant;
import java.util.Optional;

/**
 * What every step knows of its batch.
 *
 * @param system that was read, or {@link #HUB} when the hub itself is the source
 * @param mapping of that system and entity; empty when the hub itself is the source
 * @param batch its number in the ledger, reserved before the first step so that provenance can name it
 * @param at when it was read, by the hub's clock
 */
public record BatchContext(
        String system,
        EntityType entity,
        Optional<Mapping> mapping,
        Snapshot snapshot,
        HubState state,
        Origin origin,
        long batch,
        Instant at) {
    /** The system name under which the hub says what it derived itself. */
    public static final String HUB = Provenance.HUB;

    public Flow flow() {
        return new Flow(system, entity.name());
    }

    public Provenance provenance() {
        return new Provenance(system, batch);
    }

    /** The same moment and state for records of another entity that the hub derived. */
    public BatchContext derived(EntityType other) {
        return new BatchContext(HUB, other, Optional.empty(), snapshot, state, origin, batch, at);
    }
}
