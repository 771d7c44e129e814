package io.hefu.delivery;

import io.hefu.crosswalk.Link;
import io.hefu.definition.Text;
import io.hefu.dictionary.Uid;
import io.hefu.golden.GoldenRecord;
import io.hefu.mapping.WriteSide;
import io.hefu.systems.Fingerprint;
import io.hefu.systems.Row;
import io.hefu.systems.WriteOperation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Looks in a target for what would be created there, so that a record which it had before the hub came is bound and updated
 * and not made a second time. Only where the hub does not read the entity: what it reads is bound by its identity.
 */
final class AlreadyThere {
    /** How many values are asked for at once. */
    private static final int AT_ONCE = 500;

    /**
     * What the target has.
     *
     * @param rows by UID, those of which it has one
     * @param links the keys of these rows, to be bound
     * @param doubtful of which it has several: a person must say which one is meant
     * @param unasked creates beyond the limit, that were not looked for
     */
    record Found(Map<Uid, Row> rows, List<Link> links, List<Wanted> doubtful, int unasked) {
        static final Found NOTHING = new Found(Map.of(), List.of(), List.of(), 0);
    }

    private final Place place;

    AlreadyThere(Place place) {
        this.place = place;
    }

    /** @param limit how many are looked for at most */
    Found lookFor(List<Prepared> ready, int limit) {
        if (place.mapping().read().isPresent() || !place.side().creates() || !place.canAsk()) {
            return Found.NOTHING;
        }
        List<Prepared> creates = ready.stream()
                .filter(prepared -> prepared.operation() == WriteOperation.CREATE)
                .toList();
        Found found = new Found(
                new LinkedHashMap<>(), new ArrayList<>(), new ArrayList<>(), Math.max(0, creates.size() - limit));
        List<Prepared> asked = creates.subList(0, Math.min(limit, creates.size()));
        for (int from = 0; from < asked.size(); from += AT_ONCE) {
            ask(asked.subList(from, Math.min(asked.size(), from + AT_ONCE)), found);
        }
        return found;
    }

    private void ask(List<Prepared> some, Found found) {
        WriteSide.FindBy by = place.side().find().orElseThrow();
        Map<Prepared, Object> values = new LinkedHashMap<>();
        for (Prepared prepared : some) {
            // a search for nothing finds somebody else
            Recovery.valueToFindBy(prepared, by).ifPresent(value -> values.put(prepared, value));
        }
        if (values.isEmpty()) {
            return;
        }
        Map<String, List<Row>> rows = new HashMap<>();
        place.connection()
                .findAny(
                        place.side().resource(),
                        by.column(),
                        values.values().stream().distinct().toList())
                .forEach(row -> rows.computeIfAbsent(comparable(row.cell(by.column())), text -> new ArrayList<>())
                        .add(row));
        values.forEach((prepared, value) -> sort(prepared, rows.getOrDefault(comparable(value), List.of()), found));
    }

    /** As equal for the target, which pads and writes numbers in its own way. */
    private static String comparable(Object cell) {
        return cell instanceof java.math.BigDecimal decimal
                ? decimal.stripTrailingZeros().toPlainString()
                : CellText.of(cell).strip();
    }

    private void sort(Prepared prepared, List<Row> rows, Found found) {
        if (rows.size() > 1) {
            found.doubtful().add(WantedStates.failed(prepared.wanted(), several(rows.size())));
        } else if (rows.size() == 1) {
            Row row = rows.get(0);
            Uid uid = prepared.wanted().uid();
            found.rows().put(uid, row);
            found.links()
                    .add(new Link(
                            place.target(), place.entity(), place.keyOf(row), uid, true, Fingerprint.NONE, 0, true));
        }
    }

    private Text several(int rows) {
        return Text.of(
                "%s 里已有 %s 条这样的记录，无法判断是哪一条，未新建；请在该系统中核对，只留一条后用 hefu retry 重试",
                "%s has %s such records already and it cannot be told which one is meant; nothing was created; look there,"
                        + " leave one, then use hefu retry",
                place.target(),
                rows);
    }

    /**
     * What is to be sent once what was found is bound: of that an update, or nothing where the row says all of it already.
     *
     * @param taken links that cannot be bound, since their key is another record's
     */
    Preparation.Sorted afterBinding(Preparation preparation, List<Prepared> ready, Found found, List<Link> taken) {
        Preparation.Sorted after = new Preparation.Sorted(
                List.of(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(found.doubtful()));
        List<Wanted> bound = new ArrayList<>();
        Map<Uid, GoldenRecord> records = new HashMap<>();
        Set<Uid> doubtful = found.doubtful().stream().map(Wanted::uid).collect(Collectors.toSet());
        Map<Uid, Link> lost = taken.stream().collect(Collectors.toMap(Link::uid, link -> link));
        for (Prepared prepared : ready) {
            Wanted wish = prepared.wanted();
            if (lost.containsKey(wish.uid())) {
                after.kept().add(WantedStates.failed(wish, Binding.taken(place, lost.get(wish.uid()))));
            } else if (found.rows().containsKey(wish.uid())) {
                bound.add(wish);
                records.put(wish.uid(), prepared.golden());
            } else if (!doubtful.contains(wish.uid())) {
                after.ready().add(prepared);
            }
        }
        preparation.found(found.links().stream()
                .filter(link -> !lost.containsKey(link.uid()))
                .toList());
        Preparation.Sorted again = preparation.sortKnown(bound, records);
        after.settled().addAll(again.settled());
        after.kept().addAll(again.kept());
        for (Prepared prepared : again.ready()) {
            Row row = found.rows().get(prepared.wanted().uid());
            toChange(prepared, row)
                    .ifPresentOrElse(after.ready()::add, () -> after.settled().add(prepared.wanted()));
        }
        return after;
    }

    /** An update of a row that says all of it already is none; of the others the log learns what was there. */
    private static Optional<Prepared> toChange(Prepared prepared, Row row) {
        if (prepared.operation() != WriteOperation.UPDATE) {
            return Optional.of(prepared);
        }
        Map<String, Object> before = new LinkedHashMap<>();
        boolean differs = false;
        for (Map.Entry<String, Object> cell : prepared.cells().entrySet()) {
            Object now = row.cell(cell.getKey());
            differs |= now == Row.Cell.ABSENT || !CellText.same(now, cell.getValue());
            if (now != Row.Cell.ABSENT) {
                before.put(cell.getKey(), now);
            }
        }
        return differs ? Optional.of(prepared.after(before)) : Optional.empty();
    }
}
