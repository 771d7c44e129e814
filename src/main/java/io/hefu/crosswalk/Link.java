package io.hefu.crosswalk;

import io.hefu.dictionary.Uid;
import io.hefu.systems.Fingerprint;

/**
 * A key of a system and the UID that it names.
 *
 * @param primary writes go to the primary; a UID has at most one in a system and entity, further keys are duplicates
 * @param fingerprint of the row when it was last read there, or as the target stored it when it was last written
 * @param deliveredVersion the golden version that the system was last told; 0 when it was never told
 * @param present false when a complete sweep no longer found it
 */
public record Link(
        String system,
        String entity,
        String key,
        Uid uid,
        boolean primary,
        Fingerprint fingerprint,
        long deliveredVersion,
        boolean present) {
    /** The same key of another thing. */
    public Link naming(Uid other) {
        return new Link(system, entity, key, other, primary, fingerprint, deliveredVersion, present);
    }

    public Link asPrimary(boolean isPrimary) {
        return new Link(system, entity, key, uid, isPrimary, fingerprint, deliveredVersion, present);
    }

    public Link withFingerprint(Fingerprint other) {
        return new Link(system, entity, key, uid, primary, other, deliveredVersion, present);
    }

    /** Without its fingerprint, so that the next sweep takes what it says for news. */
    public Link unheard() {
        return withFingerprint(Fingerprint.NONE);
    }

    public Link asPresent(boolean isPresent) {
        return new Link(system, entity, key, uid, primary, fingerprint, deliveredVersion, isPresent);
    }
}
