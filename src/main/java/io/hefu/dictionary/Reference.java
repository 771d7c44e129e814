package io.hefu.dictionary;

/** What a {@code ref} field holds. */
public sealed interface Reference {
    /** Identified: the thing itself. */
    record Known(Uid uid) implements Reference {}

    /** As a system says it: the key that the thing has there. Becomes {@link Known} at identify, or waits. */
    record ByKey(String system, String entity, String key) implements Reference {}

    /**
     * By the value of a business key of one field, such as an order number on an invoice. Becomes {@link Known} at
     * identify, or waits.
     */
    record ByBusinessKey(String entity, String field, String value) implements Reference {}
}
