package io.hefu.journey;

import io.hefu.crosswalk.Crosswalk;
import io.hefu.crosswalk.Link;
import io.hefu.definition.Snapshot;
import io.hefu.dictionary.FieldType;
import io.hefu.dictionary.Uid;
import io.hefu.golden.GoldenRecord;
import io.hefu.golden.GoldenRecords;
import io.hefu.matching.Band;
import io.hefu.matching.Explanation;
import io.hefu.matching.MatchIndex;
import io.hefu.matching.MatchRule;
import io.hefu.matching.MatchRules;
import io.hefu.matching.cluster.Decisions;
import io.hefu.matching.model.Training;
import io.hefu.matching.search.Search;
import io.hefu.matching.table.Rows;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Answers "do we have them already, and whose are they?" before a record is made twice. The index stands in memory: it is
 * made at the first question and grows with every commit of this process.
 */
public final class Lookup {
    private static final int LEAST_SPARE = 10_000;
    private static final int CANDIDATES = 50;

    private final Supplier<Snapshot> snapshot;
    private final GoldenRecords goldens;
    private final Crosswalk crosswalk;
    private final String entity;
    private Optional<Indexed> indexed = Optional.empty();

    /** An index, and the rule that it was made by. */
    private record Indexed(MatchRule rule, MatchIndex index) {}

    public Lookup(Supplier<Snapshot> snapshot, GoldenRecords goldens, Crosswalk crosswalk, String entity) {
        this.snapshot = snapshot;
        this.goldens = goldens;
        this.crosswalk = crosswalk;
        this.entity = entity;
    }

    /**
     * A record that may be the one that is asked for.
     *
     * @param band how sure it is; {@link Band#NONE} for one that is only near
     * @param shown the fields of the allow-list that have a value
     * @param systems that have it
     */
    public record Found(Uid uid, Band band, Map<FieldType, Object> shown, List<String> systems, Explanation why) {}

    /** The rule that answers; empty when the entity is not matched. */
    public Optional<MatchRule> rule() {
        return snapshot.get().part(MatchRules.class).of(entity);
    }

    /**
     * @param asked values by the names of compared fields
     * @return the likeliest first; nothing when the entity has no matching file, or no two records
     */
    public List<Found> find(Map<String, String> asked, int limit) {
        Optional<Indexed> ready = rule().flatMap(this::index);
        if (ready.isEmpty()) {
            return List.of();
        }
        List<String> texts = ready.get().rule().compared().stream()
                .map(field -> asked.getOrDefault(field.name(), ""))
                .toList();
        List<MatchIndex.Candidate> near = ready.get().index().near(texts, CANDIDATES);
        Map<Uid, GoldenRecord> records =
                goldens.find(near.stream().map(each -> Uid.parse(each.id())).toList());
        Map<Uid, List<Link>> links = crosswalk.linksOf(records.keySet());
        Set<String> told = new HashSet<>();
        return near.stream()
                .filter(each -> told.add(each.id()))
                .filter(each -> Optional.ofNullable(records.get(Uid.parse(each.id())))
                        .filter(record -> !record.deleted())
                        .isPresent())
                .limit(limit)
                .map(each -> found(ready.get().rule(), each, records.get(Uid.parse(each.id())), links))
                .toList();
    }

    private static Found found(
            MatchRule rule, MatchIndex.Candidate candidate, GoldenRecord record, Map<Uid, List<Link>> links) {
        Map<FieldType, Object> shown = new java.util.LinkedHashMap<>();
        rule.shown().forEach(field -> record.merged().find(field).ifPresent(value -> shown.put(field, value)));
        List<String> systems = links.getOrDefault(record.uid(), List.of()).stream()
                .filter(Link::present)
                .map(Link::system)
                .distinct()
                .toList();
        return new Found(
                record.uid(), candidate.band(), shown, systems, candidate.why().withoutValues());
    }

    private synchronized Optional<Indexed> index(MatchRule rule) {
        if (indexed.filter(made -> made.rule().equals(rule)).isEmpty()) {
            Rows rows = GoldenRows.of(rule, goldens).rows();
            indexed = rows.size() < 2
                    ? Optional.empty()
                    : Optional.of(new Indexed(
                            rule,
                            MatchIndex.of(
                                    rows,
                                    rule.compared(),
                                    Training.learn(rows, Search.over(rows), Decisions.NONE),
                                    Math.max(LEAST_SPARE, rows.size() / 4))));
        }
        return indexed;
    }

    /** What a batch made or changed can be found from now on. Without an index there is nothing to do. */
    public synchronized void committed(ChangeSet changes) {
        if (indexed.isEmpty()) {
            return;
        }
        List<GoldenRecord> news = new ArrayList<>(changes.created());
        changes.changed().forEach(changed -> news.add(changed.after()));
        for (GoldenRecord record : news) {
            if (record.entity().name().equals(entity)) {
                add(record);
            }
        }
    }

    private void add(GoldenRecord record) {
        indexed.ifPresent(made -> {
            try {
                made.index().add(record.uid().toString(), GoldenRows.texts(made.rule(), record));
            } catch (IllegalStateException full) {
                indexed = Optional.empty(); // the next question makes it anew
            }
        });
    }
}
