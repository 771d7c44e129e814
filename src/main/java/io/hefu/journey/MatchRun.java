package io.hefu.journey;

import io.hefu.definition.Snapshot;
import io.hefu.dictionary.Uid;
import io.hefu.golden.PossibleDuplicate;
import io.hefu.golden.PossibleDuplicates;
import io.hefu.matching.MatchRule;
import io.hefu.matching.MatchRules;
import io.hefu.matching.Matches;
import io.hefu.matching.Matching;
import io.hefu.matching.Progress;
import io.hefu.matching.cluster.Decisions;
import io.hefu.store.ConflictException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Matches the hub's own records of an entity: what is for a person to judge goes into the queue; what is certain merges by
 * itself where a person switched that on, and goes into the queue otherwise.
 */
public final class MatchRun {
    private static final String MATCHING = "matching";
    private static final String WHY = "自动区间 / automatic band";

    private final Supplier<Snapshot> snapshot;
    private final HubMemory memory;
    private final DatabaseState state;
    private final PossibleDuplicates duplicates;
    private final RecordMerges merges;

    public MatchRun(
            Supplier<Snapshot> snapshot,
            HubMemory memory,
            DatabaseState state,
            PossibleDuplicates duplicates,
            RecordMerges merges) {
        this.snapshot = snapshot;
        this.memory = memory;
        this.state = state;
        this.duplicates = duplicates;
        this.merges = merges;
    }

    /**
     * What a run came to.
     *
     * @param records that were compared
     * @param scored pairs of them
     * @param automatic pairs that are certain
     * @param review pairs of which a person decides
     * @param vetoed pairs that would be certain if nothing excluded it
     * @param merged records that were made one with another
     */
    public record Result(long records, long scored, long automatic, long review, long vetoed, long merged) {
        static final Result NOTHING = new Result(0, 0, 0, 0, 0, 0);
    }

    /** Every entity that has a matching file. */
    public void everyEntity() {
        for (MatchRule rule : snapshot.get().part(MatchRules.class).all()) {
            run(rule, true, Progress.NONE);
        }
    }

    /**
     * One entity; nothing when it has no matching file.
     *
     * @param keep false only looks: nothing goes into the queue and nothing merges
     */
    public Result run(String entity, boolean keep, Progress progress) {
        return snapshot.get()
                .part(MatchRules.class)
                .of(entity)
                .map(rule -> run(rule, keep, progress))
                .orElse(Result.NOTHING);
    }

    private Result run(MatchRule rule, boolean keep, Progress progress) {
        GoldenRows rows = GoldenRows.of(rule, state.goldens());
        if (rows.size() < 2) {
            return Result.NOTHING;
        }
        Decisions decisions = rows.decisions(duplicates.decided(rule.entity().name()));
        Matches matches = Matching.run(rows.rows(), Optional.empty(), decisions, progress);
        if (!keep) {
            return result(rows, matches, 0);
        }
        ScoredPairs pairs = new ScoredPairs(rule, rows, matches);
        boolean automatic = rule.automatic().isPresent();
        long batch = memory.reserveBatch();
        List<PossibleDuplicate> asked = pairs.asked(automatic, batch);
        long merged = automatic ? merge(pairs) : 0;
        List<PossibleDuplicate> there = stillThere(asked);
        state.inTransaction(tx -> {
            PossibleDuplicates.mark(tx, there);
            duplicates.withdraw(tx, pairs.vetoed(batch));
            duplicates.settle(tx, rule.entity().name(), batch);
        });
        return result(rows, matches, merged);
    }

    /** A record that joined another meanwhile is no pair of its own any more: the next run sees what became of it. */
    private List<PossibleDuplicate> stillThere(List<PossibleDuplicate> asked) {
        Set<Uid> there = new HashSet<>();
        asked.forEach(pair -> there.addAll(List.of(pair.uid(), pair.other())));
        there.retainAll(state.goldens().find(there).keySet());
        return asked.stream()
                .filter(pair -> there.contains(pair.uid()) && there.contains(pair.other()))
                .toList();
    }

    private static Result result(GoldenRows rows, Matches matches, long merged) {
        return new Result(
                rows.size(),
                matches.scored(),
                matches.automatic().size(),
                matches.review().size(),
                matches.vetoed().size(),
                merged);
    }

    private long merge(ScoredPairs pairs) {
        long merged = 0;
        for (ScoredPairs.Cluster cluster : pairs.clusters(state.goldens(), state.crosswalk())) {
            for (Uid absorbed : cluster.others()) {
                merged += merge(cluster.survivor(), absorbed) ? 1 : 0;
            }
        }
        return merged;
    }

    /** What is busy now, or what a person refused since the run began, is left to the next run. */
    private boolean merge(Uid survivor, Uid absorbed) {
        boolean refused = duplicates.of(absorbed).stream()
                .anyMatch(pair -> pair.state() != PossibleDuplicates.State.OPEN
                        && (pair.of().uid().equals(survivor)
                                || pair.of().other().equals(survivor)));
        try {
            return !refused && merges.merge(survivor, absorbed, MATCHING, WHY) instanceof RecordMerges.Outcome.Done;
        } catch (ConflictException busy) {
            return false;
        }
    }
}
