package io.hefu.matching;

import io.hefu.matching.cluster.Links;
import io.hefu.matching.model.MatchModel;
import io.hefu.matching.table.Rows;

/**
 * What was found.
 *
 * @param automatic pairs that are linked by themselves; clustering may have refused some
 * @param review pairs of which a person decides
 * @param vetoed pairs that would be linked if nothing excluded it
 * @param clusters of each row, the first row of its cluster
 * @param scored how many pairs were scored
 */
public record Matches(
        Rows rows, MatchModel model, Links automatic, Links review, Links vetoed, int[] clusters, long scored) {
    public boolean together(int a, int b) {
        return clusters[a] == clusters[b];
    }

    /** Explains pairs of these rows. Not thread-safe. */
    public Explainer explainer() {
        return new Explainer(rows, model);
    }
}
