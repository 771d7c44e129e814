package io.hefu.journey;

import io.hefu.definition.Snapshot;
import io.hefu.dictionary.FieldType;
import io.hefu.dictionary.Uid;
import io.hefu.golden.GoldenRecord;
import io.hefu.golden.Survivorship;
import io.hefu.review.Decisions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Carries out what a person decided of a held value. It does not pass the rules again: the person had the last word. */
public final class Releases {
    private final Supplier<Snapshot> snapshot;
    private final HubMemory memory;
    private final Deriver deriver;
    private final Committer committer;
    private final Decisions decisions;
    private final Clock clock;

    public Releases(
            Supplier<Snapshot> snapshot,
            HubMemory memory,
            Deriver deriver,
            Committer committer,
            Decisions decisions,
            Clock clock) {
        this.snapshot = snapshot;
        this.memory = memory;
        this.deriver = deriver;
        this.committer = committer;
        this.decisions = decisions;
        this.clock = clock;
    }

    /**
     * Lets the held value of a field count.
     *
     * @return false when nothing of that field is held
     */
    public boolean release(Uid uid, String field, String by, String why) {
        return decide(Decisions.Kind.RELEASE, uid, field, by, why);
    }

    /**
     * Forgets the held value of a field.
     *
     * @return false when nothing of that field is held
     */
    public boolean discard(Uid uid, String field, String by, String why) {
        return decide(Decisions.Kind.DISCARD_HOLD, uid, field, by, why);
    }

    private boolean decide(Decisions.Kind kind, Uid uid, String fieldName, String by, String why) {
        Optional<GoldenRecord> golden =
                Optional.ofNullable(memory.state().goldens().find(List.of(uid)).get(uid));
        Optional<FieldType> field = golden.flatMap(found -> found.entity().find(fieldName));
        boolean held = field.isPresent()
                && golden.get().holds().stream().anyMatch(hold -> hold.field().equals(field.get()));
        if (!held) {
            return false;
        }
        UnaryOperator<GoldenRecord> deed = kind == Decisions.Kind.RELEASE
                ? record -> Survivorship.release(record, field.get())
                : record -> Survivorship.discardHold(record, field.get());
        commit(golden.get(), deed.apply(golden.get()));
        decisions.enter(new Decisions.Decision(kind, uid + " " + fieldName, by, why, clock.instant()));
        return true;
    }

    private void commit(GoldenRecord before, GoldenRecord after) {
        Instant now = clock.instant();
        BatchContext context = new BatchContext(
                BatchContext.HUB,
                before.entity(),
                Optional.empty(),
                snapshot.get(),
                memory.state(),
                Origin.DECISION,
                memory.reserveBatch(),
                now);
        MergedRecord record = new MergedRecord(Optional.of(before), after, Optional.empty(), Set.of());
        MergedBatch batch = MergedBatch.due(context, List.of(record));
        RuledRecord ruled = RuledRecord.unasked(record);
        committer.commit(deriver.derive(new RuledBatch(batch.identified(), List.of(ruled))));
    }
}
