package io.hefu.matching;

import io.hefu.matching.model.Agreement;
import io.hefu.matching.model.MatchModel;
import io.hefu.matching.model.Weights;
import io.hefu.matching.search.BlockIndex;
import io.hefu.matching.table.Field;
import io.hefu.matching.table.Guest;
import io.hefu.matching.table.Rows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds, for one new record, the rows that may be the same thing, by a model that was learnt before: in milliseconds among
 * a million. A score depends on the two records and the model alone, so the same as a whole run gives. One question at a
 * time.
 */
public final class MatchIndex {
    private static final Comparator<Candidate> STRONGEST = Comparator.comparingDouble(
                    (Candidate candidate) -> -candidate.bits())
            .thenComparing(Candidate::id);

    private final Guest guest;
    private final BlockIndex blocks;
    private final Scorer scorer;
    private final Explainer explainer;

    private MatchIndex(Guest guest, MatchModel model) {
        Rows rows = guest.rows();
        this.guest = guest;
        this.blocks = BlockIndex.of(rows, guest.row());
        this.scorer = new Scorer(rows, new Weights(model, rows), Agreement.forgetful(rows));
        this.explainer = new Explainer(rows, scorer);
    }

    /**
     * @param fields of the rows, as they were read
     * @param spare how many records may be added
     */
    public static MatchIndex of(Rows rows, List<Field> fields, MatchModel model, int spare) {
        return new MatchIndex(Guest.at(rows, fields, spare), model);
    }

    /** A row that may be the same thing as the record that was asked about. */
    public record Candidate(String id, Band band, float bits, Explanation why) {}

    /**
     * @param texts the record's fields as they stand in its source; blank where there is none
     * @return the strongest first; vetoed ones among them
     */
    public List<Candidate> find(List<String> texts, int limit) {
        return find(texts, limit, false);
    }

    /** Also what is only near: for a person who typed no more than a name, and looks for himself. */
    public List<Candidate> near(List<String> texts, int limit) {
        return find(texts, limit, true);
    }

    private synchronized List<Candidate> find(List<String> texts, int limit, boolean near) {
        guest.seat(texts);
        try {
            List<Candidate> found = new ArrayList<>();
            for (int row : blocks.near(guest.row())) {
                Band band = scorer.score(guest.row(), row).band();
                if (near || band != Band.NONE) {
                    found.add(new Candidate(
                            guest.rows().id(row), band, scorer.bits(), explainer.explain(guest.row(), row)));
                }
            }
            found.sort(STRONGEST);
            return List.copyOf(found.subList(0, Math.min(limit, found.size())));
        } finally {
            guest.leave();
        }
    }

    /** @throws IllegalStateException when there is no room left; the index is to be made anew */
    public synchronized void add(String id, List<String> texts) {
        guest.seat(texts);
        blocks.add(guest.row());
        guest.stay(id);
    }
}
