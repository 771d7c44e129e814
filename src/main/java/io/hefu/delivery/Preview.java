package io.hefu.delivery;

import io.hefu.crosswalk.Crosswalk;
import io.hefu.crosswalk.Link;
import io.hefu.definition.Text;
import io.hefu.dictionary.Uid;
import io.hefu.golden.GoldenRecord;
import io.hefu.golden.GoldenRecords;
import io.hefu.mapping.Mapping;
import io.hefu.systems.Row;
import io.hefu.systems.SystemConnection;
import io.hefu.systems.WriteOperation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a target would be told, by the very preparation that tells it; nothing is sent. */
public final class Preview {
    /** How many keys are asked for at once. */
    private static final int AT_ONCE = 500;

    /** How many creates are looked for in a target at most, lest a plan take as long as the load itself. */
    public static final int LOOKED_FOR = 10_000;

    /**
     * A row that would be written.
     *
     * @param key its key in the target; empty when it would be created
     * @param before the target's cells now, those that would be written; empty where they cannot be read
     * @param after the cells that would be written
     */
    public record Line(
            WriteOperation operation,
            GoldenRecord golden,
            Optional<String> key,
            Map<String, Object> before,
            Map<String, Object> after) {}

    /** A wanted version that would not be sent now, and why. */
    public record Kept(Uid uid, Text reason) {}

    /**
     * What would be sent to one target of one entity.
     *
     * @param found keys of rows that the target has already, and that would be bound
     * @param unasked how many would be created that were not looked for there, since there are too many
     */
    public record Sheet(List<Line> lines, List<Kept> kept, List<Link> found, int unasked) {}

    private final GoldenRecords goldens;
    private final Crosswalk crosswalk;
    private final List<Precondition> preconditions;

    public Preview(GoldenRecords goldens, Crosswalk crosswalk, List<Precondition> preconditions) {
        this.goldens = goldens;
        this.crosswalk = crosswalk;
        this.preconditions = List.copyOf(preconditions);
    }

    /**
     * @param begun things that the same plan would create in this target, so that what refers to them need not wait
     * @param known whether everything that the target has of the entity is read, or would be by now
     */
    public Sheet of(
            Mapping mapping,
            SystemConnection connection,
            Collection<Wish> wishes,
            Set<Uid> begun,
            boolean known,
            Instant now) {
        Place place = new Place(mapping, mapping.write().orElseThrow(), connection, now);
        Optional<Precondition> precondition = preconditions.stream()
                .filter(asked -> asked.of().equals(mapping.entity().name()))
                .findFirst();
        Preparation preparation = new Preparation(place, goldens, crosswalk, precondition, known);
        preparation.assume(begun);
        Preparation.Sorted sorted =
                preparation.sort(wishes.stream().map(wish -> wanted(wish, now)).toList());
        AlreadyThere there = new AlreadyThere(place);
        AlreadyThere.Found found = there.lookFor(sorted.ready(), LOOKED_FOR);
        List<Link> taken = taken(place, found.links());
        Preparation.Sorted sought = there.afterBinding(preparation, sorted.ready(), found, taken);
        Map<String, Row> rows = rowsNow(place, sought.ready());
        found.links().forEach(link -> rows.put(link.key(), found.rows().get(link.uid())));
        List<Line> lines = new ArrayList<>();
        sought.ready().forEach(prepared -> line(prepared, rows).ifPresent(lines::add));
        List<Kept> kept = Stream.concat(sorted.kept().stream(), sought.kept().stream())
                .map(wanted -> new Kept(wanted.uid(), wanted.reason()))
                .toList();
        List<Link> bound =
                found.links().stream().filter(link -> !taken.contains(link)).toList();
        return new Sheet(lines, kept, bound, found.unasked());
    }

    /** Those whose key is another record's, as binding them would find out. */
    private List<Link> taken(Place place, List<Link> links) {
        Set<String> keys = new HashSet<>(crosswalk
                .find(
                        place.target(),
                        place.entity(),
                        links.stream().map(Link::key).toList())
                .keySet());
        return links.stream().filter(link -> !keys.add(link.key())).toList();
    }

    private static Wanted wanted(Wish wish, Instant now) {
        return new Wanted(
                wish.target(),
                wish.entity(),
                wish.uid(),
                wish.version(),
                wish.fields(),
                WantedState.PENDING,
                0,
                now,
                Optional.empty(),
                Text.NONE,
                now);
    }

    private static Map<String, Row> rowsNow(Place place, List<Prepared> ready) {
        List<String> keys = ready.stream()
                .flatMap(prepared -> prepared.link().stream())
                .map(Link::key)
                .toList();
        Map<String, Row> rows = new LinkedHashMap<>();
        if (place.mapping().read().isEmpty()) {
            return rows;
        }
        String resource = place.mapping().read().get().resource();
        String key = place.mapping().read().get().key();
        for (int from = 0; from < keys.size(); from += AT_ONCE) {
            List<String> some = keys.subList(from, Math.min(keys.size(), from + AT_ONCE));
            place.connection()
                    .rowsWith(resource, key, some)
                    .forEach(row -> place.mapping().key(row).ifPresent(found -> rows.put(found, row)));
        }
        return rows;
    }

    /** Empty when the target says all of it already. */
    private static Optional<Line> line(Prepared prepared, Map<String, Row> rows) {
        Optional<String> key = prepared.link().map(Link::key);
        Map<String, Object> before = new LinkedHashMap<>();
        Map<String, Object> after = new LinkedHashMap<>(prepared.cells());
        key.map(rows::get).ifPresent(row -> {
            for (String column : prepared.cells().keySet()) {
                Object now = row.cell(column);
                if (now != Row.Cell.ABSENT
                        && CellText.same(now, prepared.cells().get(column))) {
                    after.remove(column);
                } else if (now != Row.Cell.ABSENT) {
                    before.put(column, now);
                }
            }
        });
        boolean nothing = prepared.operation() == WriteOperation.UPDATE && after.isEmpty();
        return nothing
                ? Optional.empty()
                : Optional.of(new Line(prepared.operation(), prepared.golden(), key, before, after));
    }
}
