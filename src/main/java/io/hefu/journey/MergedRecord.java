package io.hefu.journey;

import io.hefu.dictionary.Record;
import io.hefu.dictionary.Uid;
import io.hefu.golden.GoldenRecord;
import java.util.Optional;
import java.util.Set;

/**
 * One UID, before and after this batch.
 *
 * @param before as committed; empty for a new one
 * @param after with this batch's word merged, rules not yet asked
 * @param incoming what the batch's system said; empty when it said nothing (a clock, a deletion)
 * @param rung ids of the rules whose clock rang for it
 */
public record MergedRecord(
        Optional<GoldenRecord> before, GoldenRecord after, Optional<Record> incoming, Set<String> rung) {
    public Uid uid() {
        return after.uid();
    }

    MergedRecord with(GoldenRecord other) {
        return new MergedRecord(before, other, incoming, rung);
    }
}
