package io.hefu.golden;

import io.hefu.dictionary.Record;
import java.util.List;

/**
 * What one system says of one field.
 *
 * @param value a value, {@link Record.Nothing#NULL}, or Java null: the system does not speak of the field
 * @param batch in which it was first said; repeating a word does not renew it. {@link #ECHO}: the system was told it and
 *     only repeats it
 * @param clears of a null: whether the system gave a value before, so that the null is news and not a blank that was
 *     always blank
 */
record Word(Object value, long batch, boolean clears) {
    /** The batch of a word that a system never said of itself. No batch of the ledger has this number. */
    static final long ECHO = 0;

    static final Word ABSENT = new Word(null, 0, false);

    /** @param value null for none */
    static Word echo(Object value) {
        return value == null ? ABSENT : new Word(value, ECHO, false);
    }

    boolean spoken() {
        return value != null && !List.of().equals(value);
    }

    /** A value, or the clearing of one: what counts before a mere blank. */
    boolean isNews() {
        return spoken() && (value != Record.Nothing.NULL || clears);
    }

    boolean sameAs(Word other) {
        return SameValue.of(value, other.value) && clears == other.clears;
    }

    /** This system's word after it said a value (or null, or by Java null nothing) in a batch. */
    Word then(Object said, long inBatch) {
        if (said == null || SameValue.of(value, said)) {
            return this;
        }
        boolean clearing = said == Record.Nothing.NULL && spoken();
        return new Word(said, inBatch, clearing);
    }
}
