package io.hefu.journey;

import io.hefu.crosswalk.Crosswalk;
import io.hefu.crosswalk.Link;
import io.hefu.definition.Text;
import io.hefu.dictionary.Uid;
import io.hefu.golden.GoldenRecord;
import io.hefu.golden.GoldenRecords;
import io.hefu.golden.PossibleDuplicate;
import io.hefu.matching.Explainer;
import io.hefu.matching.Explanation;
import io.hefu.matching.MatchRule;
import io.hefu.matching.Matches;
import io.hefu.matching.cluster.Links;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What matching found among golden records, as pairs for the queue and as clusters to be made one. */
final class ScoredPairs {
    private final MatchRule rule;
    private final GoldenRows rows;
    private final Matches matches;
    private final Explainer explainer;

    ScoredPairs(MatchRule rule, GoldenRows rows, Matches matches) {
        this.rule = rule;
        this.rows = rows;
        this.matches = matches;
        this.explainer = matches.explainer();
    }

    /** Records that are certainly one thing. */
    record Cluster(Uid survivor, List<Uid> others) {}

    /** Pairs of which a person decides; of those that are certain, the ones that {@code merged} did not make one. */
    List<PossibleDuplicate> asked(boolean merged, long batch) {
        List<PossibleDuplicate> pairs = new ArrayList<>();
        add(matches.review(), pairs, merged, batch);
        add(matches.automatic(), pairs, merged, batch);
        return pairs;
    }

    /** Pairs that would be certain if nothing excluded it. */
    List<PossibleDuplicate> vetoed(long batch) {
        List<PossibleDuplicate> pairs = new ArrayList<>();
        for (int i = 0; i < matches.vetoed().size(); i++) {
            pairs.add(pair(matches.vetoed().first()[i], matches.vetoed().second()[i], batch));
        }
        return pairs;
    }

    private void add(Links links, List<PossibleDuplicate> pairs, boolean merged, long batch) {
        for (int i = 0; i < links.size(); i++) {
            int first = links.first()[i];
            int second = links.second()[i];
            if (!(merged && matches.together(first, second))) {
                pairs.add(pair(first, second, batch));
            }
        }
    }

    private PossibleDuplicate pair(int first, int second, long batch) {
        Explanation explanation = explainer.explain(first, second);
        return new PossibleDuplicate(
                rule.entity().name(),
                rows.uid(first),
                rows.uid(second),
                PossibleDuplicate.Reason.SCORED,
                compared(explanation),
                Text.of("%s：%s", "%s: %s", explanation.band().title(), explanation.told()),
                batch);
    }

    /** The values alone: weights change with every model, and are no new evidence. */
    private static String compared(Explanation explanation) {
        return explanation.lines().stream()
                .filter(line -> !line.first().isEmpty() || !line.second().isEmpty())
                .map(line -> line.first() + "|" + line.second())
                .sorted()
                .collect(Collectors.joining(";"));
    }

    /** Of each cluster of several records, which goes on and which join it. */
    List<Cluster> clusters(GoldenRecords goldens, Crosswalk crosswalk) {
        Map<Integer, List<Uid>> members = new TreeMap<>();
        for (int row = 0; row < rows.size(); row++) {
            if (matches.clusters()[row] != row) {
                members.computeIfAbsent(matches.clusters()[row], first -> new ArrayList<>(List.of(rows.uid(first))))
                        .add(rows.uid(row));
            }
        }
        return members.values().stream()
                .map(uids -> cluster(uids, goldens, crosswalk))
                .toList();
    }

    private static Cluster cluster(List<Uid> uids, GoldenRecords goldens, Crosswalk crosswalk) {
        Map<Uid, GoldenRecord> records = goldens.find(uids);
        Map<Uid, List<Link>> links = crosswalk.linksOf(uids);
        Uid survivor = uids.stream()
                .map(records::get)
                .filter(Objects::nonNull)
                .reduce((one, other) -> Survivor.of(one, other, links))
                .map(GoldenRecord::uid)
                .orElse(uids.get(0));
        return new Cluster(
                survivor, uids.stream().filter(uid -> !uid.equals(survivor)).toList());
    }
}
