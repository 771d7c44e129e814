package io.hefu.cli;

import io.hefu.adapters.files.TableFile;
import io.hefu.matching.MatchPlan;
import io.hefu.matching.MatchProposal;
import io.hefu.matching.table.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at the first rows of a file and proposes how to match it. */
final class MatchSample {
    private static final int ROWS = 300;

    private MatchSample() {}

    /** @param truth a column that must not be compared; it may still be the id */
    static MatchPlan propose(TableFile table, Optional<String> truth) {
        List<List<String>> sample = new ArrayList<>();
        table.header().forEach(name -> sample.add(new ArrayList<>()));
        table.read(
                (line, cells) -> {
                    for (int i = 0; i < cells.size(); i++) {
                        sample.get(i).add(cells.get(i));
                    }
                },
                ROWS);
        MatchPlan plan = MatchProposal.of(table.header(), sample);
        List<Field> compared = plan.fields().stream()
                .filter(field -> !Optional.of(field.name()).equals(truth))
                .toList();
        return new MatchPlan(plan.id(), compared, plan.within());
    }
}
