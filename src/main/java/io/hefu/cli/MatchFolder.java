package io.hefu.cli;

import io.hefu.adapters.files.TableWriter;
import io.hefu.definition.Text;
import io.hefu.matching.Band;
import io.hefu.matching.Explainer;
import io.hefu.matching.Explanation;
import io.hefu.matching.MatchPlan;
import io.hefu.matching.MatchPlanFile;
import io.hefu.matching.Matches;
import io.hefu.matching.Members;
import io.hefu.matching.cluster.Links;
import io.hefu.matching.model.ModelFile;
import io.hefu.matching.table.RowFinder;
import io.hefu.matching.table.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Writes what was found into a folder. */
final class MatchFolder {
    /** Nobody reviews more than this; the strongest come first. */
    private static final int MOST_REVIEWED = 100_000;

    private final Path folder;
    private final Locale locale;

    MatchFolder(Path folder, Locale locale) {
        this.folder = folder;
        this.locale = locale;
    }

    void write(Matches matches, MatchPlan plan) {
        try {
            Files.createDirectories(folder);
            pairs(matches);
            clusters(matches);
            review(matches);
            Files.writeString(folder.resolve("model.yaml"), ModelFile.write(matches.model()));
            Files.writeString(folder.resolve("plan.match.yaml"), MatchPlanFile.write(plan));
        } catch (IOException fault) {
            throw new Complaint(Text.of("写不了 %s：%s", "%s cannot be written: %s", folder, fault.getMessage()));
        }
    }

    private void pairs(Matches matches) throws IOException {
        Rows rows = matches.rows();
        Members members = Members.of(matches);
        try (TableWriter writer = TableWriter.create(folder.resolve("pairs.csv"), "id1", "id2", "score")) {
            members.forEachPair((a, b, bits) -> writer.row(rows.id(a), rows.id(b), score(bits)));
        }
    }

    private void clusters(Matches matches) throws IOException {
        Rows rows = matches.rows();
        RowFinder finder = RowFinder.of(rows);
        try (TableWriter writer = TableWriter.create(folder.resolve("clusters.csv"), "id", "cluster")) {
            for (int arrival = 0; arrival < rows.size(); arrival++) {
                int row = finder.cameAs(arrival);
                writer.row(rows.id(row), rows.id(matches.clusters()[row]));
            }
        }
    }

    private void review(Matches matches) throws IOException {
        try (TableWriter writer =
                TableWriter.create(folder.resolve("review.csv"), "id1", "id2", "band", "score", "explanation")) {
            Explainer explainer = matches.explainer();
            // what was strong enough but would have joined what does not belong together
            review(matches, matches.automatic(), explainer, writer);
            review(matches, matches.review(), explainer, writer);
            review(matches, matches.vetoed(), explainer, writer);
        }
    }

    private void review(Matches matches, Links links, Explainer explainer, TableWriter writer) {
        for (int i = 0; i < Math.min(MOST_REVIEWED, links.size()); i++) {
            int a = links.first()[i];
            int b = links.second()[i];
            if (!matches.together(a, b)) {
                Explanation why = explainer.explain(a, b);
                String band = (why.band() == Band.AUTOMATIC ? Band.REVIEW : why.band())
                        .name()
                        .toLowerCase(Locale.ROOT);
                writer.row(
                        matches.rows().id(a),
                        matches.rows().id(b),
                        band,
                        score(why.bits()),
                        why.told().in(locale));
            }
        }
    }

    private static String score(float bits) {
        return String.format(Locale.ROOT, "%.2f", bits);
    }
}
