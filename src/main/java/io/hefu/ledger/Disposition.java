package io.hefu.ledger;

/** What became of a record that was read. Exactly one each; read = their sum. */
public enum Disposition {
    /** It changed the hub's state, perhaps with a field held. */
    APPLIED,
    /** The hub knew it already as it is. */
    UNCHANGED,
    /** It refers to something not known yet, or a person must say what it belongs to. */
    WAITING,
    /** It could not be understood. */
    QUARANTINED,
    /** Left out by a named decision. */
    DROPPED
}
