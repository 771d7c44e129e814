package io.hefu.golden;

import io.hefu.dictionary.EntityType;
import io.hefu.dictionary.FieldType;
import io.hefu.dictionary.Record;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** What one system says of one thing, with the batch of each word. Immutable. */
final class Words {
    private static final long[] ONE_BATCH = {};
    private static final BitSet NOTHING_CLEARED = new BitSet(0);

    private final String system;
    private final Record said;
    private final long batch;
    private final long[] batches;
    private final BitSet cleared;

    private Words(String system, Record said, long batch, long[] batches, BitSet cleared) {
        this.system = system;
        this.said = said;
        this.batch = batch;
        this.batches = batches;
        this.cleared = cleared;
    }

    /** All words said in one batch: the record is kept as it is. */
    static Words of(String system, Record said, long batch) {
        return new Words(system, said, batch, ONE_BATCH, NOTHING_CLEARED);
    }

    /** @param words by the fields' index */
    static Words of(String system, EntityType entity, Word[] words) {
        Object[] values = new Object[words.length];
        long[] batches = new long[words.length];
        BitSet cleared = new BitSet();
        long newest = 0;
        for (int i = 0; i < words.length; i++) {
            values[i] = words[i].value();
            batches[i] = words[i].batch();
            cleared.set(i, words[i].clears());
            newest = Math.max(newest, words[i].batch());
        }
        Record said = Record.ofOwned(entity, values);
        return new Words(system, said, newest, oneBatch(said, batches) ? ONE_BATCH : batches, cleared);
    }

    private static boolean oneBatch(Record said, long[] batches) {
        long first = -1;
        for (int i = 0; i < batches.length; i++) {
            if (speaks(said, i)) {
                first = first < 0 ? batches[i] : first;
                if (batches[i] != first) {
                    return false;
                }
            }
        }
        return true;
    }

    static boolean speaks(Record said, int index) {
        Object value = said.raw(index);
        return value != null && !(value instanceof List<?> list && list.isEmpty());
    }

    String system() {
        return system;
    }

    Record said() {
        return said;
    }

    /** Of the newest word. */
    long batch() {
        return batch;
    }

    boolean allInOneBatch() {
        return batches.length == 0;
    }

    boolean clearsNothing() {
        return cleared.isEmpty();
    }

    boolean speaks(int index) {
        return speaks(said, index);
    }

    boolean speaksAtAll() {
        for (int i = 0; i < said.type().fields().size(); i++) {
            if (speaks(i)) {
                return true;
            }
        }
        return false;
    }

    boolean isNews(int index) {
        return speaks(index) && (said.raw(index) != Record.Nothing.NULL || cleared.get(index));
    }

    boolean clears(int index) {
        return cleared.get(index);
    }

    long batchOf(int index) {
        return batches.length == 0 ? batch : batches[index];
    }

    Word word(FieldType field) {
        int index = field.index();
        return speaks(index) ? new Word(said.raw(index), batchOf(index), cleared.get(index)) : Word.ABSENT;
    }

    /** With other words for some fields; the same object when nothing changes. */
    Words with(FieldType field, Word word) {
        Word[] words = all();
        words[field.index()] = word;
        return of(system, said.type(), words);
    }

    /** After the system spoke again: what it did not speak of stays. */
    Words then(Record next, long inBatch) {
        Word[] words = null;
        for (FieldType field : said.type().fields()) {
            Object value = next.raw(field.index());
            if (value != null && !SameValue.of(said.raw(field.index()), value)) {
                words = words == null ? all() : words;
                words[field.index()] = words[field.index()].then(value, inBatch);
            }
        }
        return words == null ? this : of(system, said.type(), words);
    }

    /**
     * After the system spoke again of what the hub had written into its row: what it only repeats of that is an echo, and
     * what it says otherwise is said now, be it what it had said long before. The same object when it says nothing new.
     *
     * @param told what its row held because the hub wrote it there
     */
    Words then(Record next, long inBatch, Record told) {
        Word[] words = all();
        boolean speaks = false;
        for (FieldType field : said.type().fields()) {
            int i = field.index();
            Object value = next.raw(i);
            Object held = told.raw(i);
            if (value == null) {
                continue;
            }
            if (speaks(told, i) && Repetition.of(held, value)) {
                words[i] = SameValue.of(words[i].value(), value) ? words[i] : Word.echo(value);
            } else {
                Word former = speaks(told, i) ? Word.echo(held) : words[i];
                words[i] = former.then(value, inBatch);
                speaks |= !former.sameAs(words[i]) && (former.spoken() || words[i].isNews());
            }
        }
        return speaks ? of(system, said.type(), words) : this;
    }

    boolean isEcho(int index) {
        return speaks(index) && batchOf(index) == Word.ECHO;
    }

    boolean onlyEchoes() {
        for (int i = 0; i < said.type().fields().size(); i++) {
            if (speaks(i) && !isEcho(i)) {
                return false;
            }
        }
        return true;
    }

    private Word[] all() {
        Word[] words = new Word[said.type().fields().size()];
        for (FieldType field : said.type().fields()) {
            words[field.index()] = word(field);
        }
        return words;
    }

    boolean sameAs(Words other) {
        if (!system.equals(other.system) || !SameValue.of(said, other.said)) {
            return false;
        }
        for (int i = 0; i < said.type().fields().size(); i++) {
            if (speaks(i) && (batchOf(i) != other.batchOf(i) || clears(i) != other.clears(i))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return system + (batches.length == 0 ? "@" + batch : Arrays.toString(batches)) + said;
    }
}
