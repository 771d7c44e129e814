package io.hefu.adapters.http;

import io.hefu.systems.SystemFault;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The records of one listing, page after page. A list in the order of change is gone through by time and not by page
 * number: a record that changes meanwhile moves to the end, and by page number its follower would be skipped.
 */
final class Listing {
    private static final int NO_SUCH_PAGE = 404;

    private final Caller caller;
    private final RowMaker rows;
    private final HttpFaults faults;
    private final Resource resource;
    private final RequestTemplate template;
    private final Mark.Format format;
    private final ZoneId zone;
    private final List<String> changed;
    private final String key;
    private final Pager pager;
    private final Set<String> atMark = new HashSet<>();
    private final Set<String> seen = new HashSet<>();
    private Optional<Mark> since;
    private Optional<Long> total = Optional.empty();

    Listing(
            Caller caller,
            RowMaker rows,
            HttpFaults faults,
            Resource resource,
            RequestTemplate template,
            Mark.Format format,
            ZoneId zone,
            List<String> changed,
            String key,
            Optional<Mark> since) {
        this.caller = caller;
        this.rows = rows;
        this.faults = faults;
        this.resource = resource;
        this.template = template;
        this.format = format;
        this.zone = zone;
        this.changed = changed;
        this.key = key;
        this.since = since;
        pager = new Pager(resource, template, faults);
    }

    static List<String> columns(Optional<String> changed) {
        return changed.map(text -> Arrays.asList(text.split("\\s*,\\s*"))).orElse(List.of());
    }

    boolean done() {
        return pager.done();
    }

    /** Whether records come in the order in which they changed. */
    boolean inOrder() {
        return template.yaml().text("order").filter("changed"::equals).isPresent() && !changed.isEmpty();
    }

    /** How many the first page announced. */
    Optional<Long> total() {
        return total;
    }

    /** How many different records came, however many rows they make. */
    int records() {
        return seen.size();
    }

    /** @throws SystemFault when the system refuses or answers something else */
    List<Map<String, Object>> page() {
        Placeholders values = pager.place(Placeholders.NONE.with("since", format.since(since)));
        Caller.Answer answer = caller.ask(resource.name(), template, values, false);
        if (answer.status() == NO_SUCH_PAGE && pager.isBeyondFirst()) {
            pager.end();
            return List.of();
        }
        if (!answer.ok() || caller.refusal(answer).isPresent()) {
            throw caller.refused(resource.name(), answer);
        }
        List<Map<String, Object>> records = records(answer);
        if (total.isEmpty()) {
            total = pager.total(answer.json());
        }
        pager.after(answer, records);
        records.forEach(record -> seen.add(Placeholders.text(record.get(resource.key()))));
        List<Map<String, Object>> items = RowMaker.exploded(records, resource);
        return inOrder() && template.uses("since") ? goOnByTime(items) : items;
    }

    private List<Map<String, Object>> records(Caller.Answer answer) {
        return rows.records(answer, template.items())
                .orElseThrow(() -> faults.nothingAt(resource.name(), answer.request(), template.items()));
    }

    private List<Map<String, Object>> goOnByTime(List<Map<String, Object>> items) {
        List<Map<String, Object>> fresh =
                items.stream().filter(item -> !atMark.contains(identity(item))).toList();
        Optional<Mark> last = items.isEmpty() ? Optional.empty() : mark(items.get(items.size() - 1));
        boolean further = last.isPresent()
                && since.map(mark -> mark.compareTo(last.get()) < 0).orElse(true);
        if (further && !pager.done()) {
            since = last;
            pager.restart();
            atMark.clear();
        }
        items.stream().filter(item -> mark(item).equals(since)).forEach(item -> atMark.add(identity(item)));
        return fresh;
    }

    private String identity(Map<String, Object> item) {
        return Placeholders.text(item.get(key)) + "\n"
                + mark(item).map(Mark::text).orElse("");
    }

    /** The greatest of the columns that say when. */
    Optional<Mark> mark(Map<String, Object> item) {
        return changed.stream()
                .map(column -> Mark.of(item.get(column), zone))
                .flatMap(Optional::stream)
                .max(Mark::compareTo);
    }
}
