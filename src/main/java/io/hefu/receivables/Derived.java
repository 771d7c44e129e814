package io.hefu.receivables;

import io.hefu.dictionary.Record;

/** What follows from a record that the rules have let through. */
public sealed interface Derived {
    /** The hub's own word on the same thing, such as an order's payment plan. */
    record OnSame(Record contribution) implements Derived {}

    /**
     * Another thing with an identity of its own, such as a reminder.
     *
     * @param key names it among what the hub derives: the same key is the same thing
     */
    record Another(String key, Record record) implements Derived {}
}
