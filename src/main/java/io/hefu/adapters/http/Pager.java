package io.hefu.adapters.http;

import io.hefu.systems.SystemFault;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Goes through the pages of one listing: by page, by offset, by a cursor that the answer or the last row gives. */
final class Pager {
    private final Resource resource;
    private final RequestTemplate template;
    private final HttpFaults faults;
    private int page;
    private int offset;
    private int asked;
    private int longest;
    private List<Map<String, Object>> former = List.of();
    private Object cursor;
    private boolean done;

    Pager(Resource resource, RequestTemplate template, HttpFaults faults) {
        this.resource = resource;
        this.template = template;
        this.faults = faults;
        restart();
    }

    /** From the first page again, of what is asked otherwise now. */
    void restart() {
        page = resource.firstPage();
        offset = 0;
        former = List.of();
        cursor = resource.startCursor(template);
    }

    /** Whether a page came already: some servers answer 404 beyond the last one. */
    boolean isBeyondFirst() {
        return !former.isEmpty();
    }

    void end() {
        done = true;
    }

    boolean done() {
        return done;
    }

    Placeholders place(Placeholders values) {
        return values.with(Map.of("page", page, "offset", offset, "cursor", cursor, "limit", resource.pageSize()));
    }

    /**
     * @param items the records as they came, since a page of which each makes several rows, or none, is no other page
     * @throws SystemFault when the pages do not end
     */
    void after(Caller.Answer answer, List<Map<String, Object>> items) {
        Object json = answer.json();
        if (++asked > resource.options().pages()) {
            throw faults.tooMuch(resource.name(), "pages", resource.options().pages());
        }
        page++;
        offset += items.size();
        if (template.uses("cursor")) {
            Optional<Object> next = next(json, items);
            done = next.isEmpty() || next.get().equals(cursor) || next.get().equals("");
            next.ifPresent(found -> cursor = found);
        } else {
            done = template.uses("page") || template.uses("offset") ? last(json, items) : true;
            refuseUnsaidEnd(answer, items);
        }
        longest = Math.max(longest, items.size());
        former = items;
    }

    /**
     * Servers may give fewer records a page than they were asked for, so that a short first page need not be the last one:
     * the next one tells. A page shorter than another was is the last, and so is one that comes again.
     */
    private boolean isShortLast(List<Map<String, Object>> items) {
        return items.isEmpty()
                || items.equals(former)
                || template.uses("limit") && items.size() < resource.pageSize() && items.size() < longest;
    }

    /** A full page that does not say whether more follow must not pass for the last one: a sweep would delete the rest. */
    private void refuseUnsaidEnd(Caller.Answer answer, List<Map<String, Object>> items) {
        Optional<JsonPath> more = template.path("more");
        if (done
                && items.size() >= resource.pageSize()
                && more.isPresent()
                && !more.get().isIn(answer.json())) {
            throw faults.nothingSays(resource.name(), answer.request(), more.get());
        }
    }

    private Optional<Object> next(Object json, List<Map<String, Object>> items) {
        Optional<String> column = template.yaml().map("next").flatMap(map -> map.text("cursor"));
        if (column.isPresent()) {
            return isShortLast(items)
                    ? Optional.empty()
                    : Optional.ofNullable(items.get(items.size() - 1).get(column.get()));
        }
        return template.path("next").flatMap(path -> path.in(json));
    }

    private boolean last(Object json, List<Map<String, Object>> items) {
        if (items.isEmpty()) {
            return true;
        }
        if (template.yaml().has("more")) {
            Optional<Object> more = template.path("more").flatMap(path -> path.in(json));
            return more.isEmpty() || more.get().equals(false);
        }
        Optional<Long> total = total(json);
        if (total.isPresent()) {
            return offset >= total.get();
        }
        return isShortLast(items);
    }

    Optional<Long> total(Object json) {
        return template.path("total")
                .flatMap(path -> path.in(json))
                .filter(Long.class::isInstance)
                .map(Long.class::cast);
    }
}
