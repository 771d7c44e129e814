package io.hefu.console;

import io.hefu.crosswalk.Link;
import io.hefu.definition.Text;
import io.hefu.dictionary.Uid;
import io.hefu.golden.GoldenRecord;
import io.hefu.golden.PossibleDuplicates;
import io.hefu.journey.Survivor;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The pairs in the queue, as a person judges them. */
public final class Pairs {
    private final Books books;

    public Pairs(Books books) {
        this.books = books;
    }

    /**
     * One side of a pair.
     *
     * @param keys as {@code system/key}, duplicates marked
     */
    public record Side(Uid uid, String name, String keys) {}

    /**
     * A pair.
     *
     * @param keep the one that is proposed to go on
     * @param evidence what makes them alike
     * @param oneSystem the system that has both, so that one of its two records should go; empty when none has
     */
    public record Line(
            long id,
            Text entity,
            Side keep,
            Side other,
            Text evidence,
            Optional<String> assignee,
            Optional<String> oneSystem) {}

    /** Open pairs, in the order in which they were found; those of which a record is deleted are left out. */
    public List<Line> open(Optional<String> entity, int limit) {
        return lines(books.duplicates().open(entity, limit));
    }

    public Optional<Line> find(long id) {
        return books.duplicates()
                .find(id)
                .flatMap(pair -> lines(List.of(pair)).stream().findFirst());
    }

    private List<Line> lines(List<PossibleDuplicates.Pair> pairs) {
        Set<Uid> uids = new LinkedHashSet<>();
        pairs.forEach(pair -> uids.addAll(List.of(pair.of().uid(), pair.of().other())));
        Map<Uid, GoldenRecord> records = books.goldens().find(uids);
        Map<Uid, List<Link>> links = books.crosswalk().linksOf(uids);
        List<Line> lines = new ArrayList<>();
        for (PossibleDuplicates.Pair pair : pairs) {
            GoldenRecord one = records.get(pair.of().uid());
            GoldenRecord other = records.get(pair.of().other());
            if (one != null && other != null && !one.deleted() && !other.deleted()) {
                lines.add(line(pair, one, other, links));
            }
        }
        return lines;
    }

    private static Line line(
            PossibleDuplicates.Pair pair, GoldenRecord one, GoldenRecord other, Map<Uid, List<Link>> links) {
        GoldenRecord keep = Survivor.of(one, other, links);
        GoldenRecord rest = keep == one ? other : one;
        Set<String> both = systems(keep, links);
        both.retainAll(systems(rest, links));
        return new Line(
                pair.id(),
                keep.entity().title(),
                side(keep, links),
                side(rest, links),
                Matters.shared(pair.of()),
                pair.assignee(),
                both.stream().findFirst());
    }

    private static Set<String> systems(GoldenRecord record, Map<Uid, List<Link>> links) {
        return links.getOrDefault(record.uid(), List.of()).stream()
                .filter(Link::present)
                .map(Link::system)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Side side(GoldenRecord record, Map<Uid, List<Link>> links) {
        String keys = links.getOrDefault(record.uid(), List.of()).stream()
                .map(link -> link.system() + "/" + link.key() + (link.primary() ? "" : "*"))
                .collect(Collectors.joining(", "));
        return new Side(record.uid(), Things.name(record), keys);
    }
}
