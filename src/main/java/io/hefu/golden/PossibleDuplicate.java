package io.hefu.golden;

import io.hefu.dictionary.Uid;

/**
 * Two golden records that may be one thing. Not linked: a person decides.
 *
 * @param shared what the two have in common
 * @param batch that found it
 */
public record PossibleDuplicate(String entity, Uid uid, Uid other, Reason reason, String shared, long batch) {
    /** What makes them alike. */
    public enum Reason {
        /** Their cleaned names are equal. */
        NAME,
        /** Both have this valid tax number, and each came by its own way. */
        TAX_NUMBER,
        /** Both have this business key, and each came by its own way. */
        BUSINESS_KEY;

        String id() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        static Reason of(String id) {
            return valueOf(id.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
        }
    }

    /** The smaller UID first, so that a pair is one pair. */
    PossibleDuplicate ordered() {
        return uid.compareTo(other) <= 0 ? this : turned();
    }

    /** The same pair, the other one first. */
    public PossibleDuplicate turned() {
        return new PossibleDuplicate(entity, /* uid= */ other, /* other= */ uid, reason, shared, batch);
    }
}
