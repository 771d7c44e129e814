package io.hefu.matching;

import io.hefu.matching.cluster.Clustering;
import io.hefu.matching.cluster.Decisions;
import io.hefu.matching.cluster.Links;
import io.hefu.matching.model.MatchModel;
import io.hefu.matching.model.Training;
import io.hefu.matching.model.Weights;
import io.hefu.matching.search.Blocks;
import io.hefu.matching.search.Search;
import io.hefu.matching.table.Column;
import io.hefu.matching.table.Rows;
import io.hefu.matching.table.Trait.Law;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds out which rows are the same thing: candidates by several rules, scores by a model that was saved or is learnt now,
 * clusters in which nothing excludes anything. The same rows, model and decisions give the same result, in whatever order
 * the rows came.
 */
public final class Matching {
    private Matching() {}

    /** @param saved a model for these columns; without it, one is learnt from the rows */
    public static Matches run(Rows rows, Optional<MatchModel> saved, Decisions decisions, Progress progress) {
        Search search = Search.over(rows);
        progress.searched(
                search.rules().size(),
                search.rules().stream().mapToLong(Blocks::pairs).sum());
        MatchModel model = saved.orElseGet(() -> Training.learn(rows, search, decisions));
        progress.learnt();
        Weights weights = new Weights(model, rows);
        Scoring.Found found = Scoring.run(rows, search, weights, progress);
        Links automatic = found.sorted(Band.AUTOMATIC);
        Scorer scorer = new Scorer(rows, weights);
        int[] clusters = Clustering.of(
                rows.size(),
                automatic,
                exclusive(rows),
                decisions,
                (a, b) -> scorer.score(a, b).bits(),
                Band.JOINED_FROM);
        return new Matches(
                rows, model, automatic, found.sorted(Band.REVIEW), found.sorted(Band.VETO), clusters, found.pairs());
    }

    /** What excludes each other: different values of such traits, and, where that is said, two rows of one file. */
    private static List<int[]> exclusive(Rows rows) {
        List<int[]> exclusive = new ArrayList<>();
        rows.columns().stream()
                .filter(column -> column.trait().law() == Law.EXCLUDES)
                .map(Column::codes)
                .forEach(exclusive::add);
        int files = rows.within()
                ? 0
                : 1 + IntStream.range(0, rows.size()).map(rows::source).max().orElse(0);
        for (int file = 0; file < files; file++) {
            int of = file;
            exclusive.add(IntStream.range(0, rows.size())
                    .map(row -> rows.source(row) == of ? row + 1 : 0)
                    .toArray());
        }
        return exclusive;
    }
}
