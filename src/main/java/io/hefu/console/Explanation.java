package io.hefu.console;

import io.hefu.crosswalk.Link;
import io.hefu.crosswalk.Merge;
import io.hefu.definition.Text;
import io.hefu.delivery.DeliveryLog;
import io.hefu.dictionary.Uid;
import io.hefu.ledger.Change;
import io.hefu.rules.FiringTables;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything that the hub can say of one thing (promise 5).
 *
 * @param deleted whether every system that had it has deleted it
 * @param links which key it has in which system, and which version each was told
 * @param changes the oldest first
 * @param sent the newest first
 * @param matters what of it stands still
 * @param rules what rules last said of it
 * @param duplicates what may be the same thing
 * @param merges what was made one with it, and what was parted from it again; the oldest first
 */
public record Explanation(
        Uid uid,
        String entity,
        Text title,
        String name,
        long version,
        boolean deleted,
        List<Link> links,
        List<Field> fields,
        List<Version> changes,
        List<DeliveryLog.Entry> sent,
        List<Matter> matters,
        List<FiringTables.Spoken> rules,
        List<Likeness> duplicates,
        List<Merged> merges) {
    /**
     * Where a word came from.
     *
     * @param at when it was read
     * @param definitions version of the snapshot under which it was understood; empty when the batch is not known
     */
    public record Source(String system, long batch, Optional<Instant> at, String definitions) {}

    /**
     * A field, and whose word counts.
     *
     * @param source empty when it has no value
     * @param others what other systems say, each as {@code system: value}
     * @param held a value that a rule keeps back
     */
    public record Field(
            String name, Text title, Text value, Optional<Source> source, List<Other> others, Optional<Text> held) {}

    /** Another system's word. */
    public record Other(String system, Text value) {}

    /** What was changed at a version. */
    public record Version(long version, Source source, List<Change.Field> fields) {}

    /** A thing that may be this one. */
    public record Likeness(Uid uid, String name, Text shared) {}

    /**
     * A merge in which it took part.
     *
     * @param other how a person names the other one, as it was then
     */
    public record Merged(Merge merge, Uid uid, String other) {}
}
