package io.hefu.demo.company.crm;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The rows of one resource, by id. The first row loaded says which fields there are and of which JSON type; every write
 * sets {@code updated_at}. Not for use from two threads at once: {@link LegacyCrm} sees to that.
 */
final class CrmTable {
    static final String ID = "id";
    static final String UPDATED = "updated_at";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX");

    private final String unique;
    private final String idPrefix;
    private final Clock clock;
    private final Map<String, Map<String, Object>> rows = new LinkedHashMap<>();
    private Map<String, Object> shape = Map.of();
    private long lastId;

    /** One page of a list, and how many rows there are in all. */
    record Page(List<Map<String, Object>> rows, int page, int size, int total) {
        boolean hasMore() {
            return page * size < total;
        }

        Map<String, Object> answer() {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("data", rows);
            answer.put("page", page);
            answer.put("size", size);
            answer.put("total", total);
            answer.put("hasMore", hasMore());
            return answer;
        }
    }

    /** What a list is asked for: a page, a time since which rows changed, and values of fields. */
    record Query(int page, int size, Optional<OffsetDateTime> since, Map<String, String> equal) {}

    CrmTable(String idPrefix, String unique, Clock clock) {
        this.idPrefix = idPrefix;
        this.unique = unique;
        this.clock = clock;
    }

    static String time(OffsetDateTime time) {
        return time.format(TIME);
    }

    private String now() {
        return time(OffsetDateTime.now(clock));
    }

    /** Puts a row in as it stands. */
    void load(Map<String, Object> row) {
        if (shape.isEmpty()) {
            shape = new LinkedHashMap<>(row);
        }
        String id = (String) row.get(ID);
        lastId = Math.max(lastId, Long.parseLong(id.substring(1)));
        rows.put(id, new LinkedHashMap<>(row));
    }

    Collection<String> fields() {
        return shape.keySet();
    }

    Page list(Query query) {
        query.equal().keySet().forEach(this::mustKnow);
        List<Map<String, Object>> found = rows.values().stream()
                .filter(row ->
                        query.since().map(since -> changedSince(row, since)).orElse(true))
                .filter(row -> query.equal().entrySet().stream()
                        .allMatch(wanted -> wanted.getValue().equals(Objects.toString(row.get(wanted.getKey())))))
                .sorted(Comparator.comparing((Map<String, Object> row) -> (String) row.get(UPDATED))
                        .thenComparing(row -> (String) row.get(ID)))
                .toList();
        int from = Math.min((query.page() - 1) * query.size(), found.size());
        int to = Math.min(from + query.size(), found.size());
        List<Map<String, Object>> page = new ArrayList<>();
        found.subList(from, to).forEach(row -> page.add(new LinkedHashMap<>(row)));
        return new Page(page, query.page(), query.size(), found.size());
    }

    private static boolean changedSince(Map<String, Object> row, OffsetDateTime since) {
        return !OffsetDateTime.parse((String) row.get(UPDATED)).isBefore(since);
    }

    Map<String, Object> get(String id) {
        return new LinkedHashMap<>(mustHave(id));
    }

    boolean has(String id) {
        return rows.containsKey(id);
    }

    Map<String, Object> change(String id, Map<String, Object> fields) {
        Map<String, Object> row = mustHave(id);
        fields.forEach(this::mustFit);
        mustBeUnique(fields, id);
        row.putAll(fields);
        return touched(row);
    }

    Map<String, Object> create(Map<String, Object> fields) {
        fields.forEach(this::mustFit);
        if (!unique.isEmpty() && !fields.containsKey(unique)) {
            throw new CrmError(422, "required_field", unique + " is required", unique);
        }
        mustBeUnique(fields, "");
        Map<String, Object> row = new LinkedHashMap<>();
        shape.forEach((field, example) -> row.put(field, fields.getOrDefault(field, emptyLike(example))));
        lastId++;
        row.put(ID, idPrefix + lastId);
        rows.put((String) row.get(ID), row);
        return touched(row);
    }

    /** What an upgrade does: another name and other values for a field, and every row written anew. */
    void rename(String from, String to, UnaryOperator<Object> values) {
        mustKnow(from);
        shape = renamed(shape, from, to, values);
        rows.replaceAll((id, row) -> renamed(row, from, to, values));
        rows.values().forEach(this::touched);
    }

    private static Map<String, Object> renamed(
            Map<String, Object> row, String from, String to, UnaryOperator<Object> values) {
        Map<String, Object> after = new LinkedHashMap<>();
        row.forEach((field, value) ->
                after.put(field.equals(from) ? to : field, field.equals(from) ? values.apply(value) : value));
        return after;
    }

    private Map<String, Object> touched(Map<String, Object> row) {
        row.put(UPDATED, now());
        return new LinkedHashMap<>(row);
    }

    private Map<String, Object> mustHave(String id) {
        return Optional.ofNullable(rows.get(id)).orElseThrow(() -> new CrmError(404, "not_found", "there is no " + id));
    }

    private void mustKnow(String field) {
        if (!shape.containsKey(field)) {
            throw new CrmError(400, "unknown_parameter", "there is no field " + field, field);
        }
    }

    private void mustFit(String field, Object value) {
        if (field.equals(ID) || field.equals(UPDATED)) {
            throw new CrmError(422, "read_only_field", field + " is set by the CRM", field);
        }
        if (!shape.containsKey(field)) {
            throw new CrmError(422, "unknown_field", "there is no field " + field, field);
        }
        if (!kind(shape.get(field)).isInstance(value)) {
            throw new CrmError(
                    422,
                    "wrong_type",
                    field + " takes a " + kind(shape.get(field)).getSimpleName(),
                    field);
        }
    }

    private void mustBeUnique(Map<String, Object> fields, String exceptId) {
        Object wanted = fields.get(unique);
        for (Map<String, Object> row : rows.values()) {
            if (wanted != null && wanted.equals(row.get(unique)) && !exceptId.equals(row.get(ID))) {
                throw new CrmError(409, "duplicate", unique + " " + wanted + " is taken by " + row.get(ID), unique);
            }
        }
    }

    private static Class<?> kind(Object example) {
        return example instanceof Number
                ? Number.class
                : example instanceof Boolean ? Boolean.class : example instanceof List ? List.class : String.class;
    }

    private static Object emptyLike(Object example) {
        return example instanceof Number
                ? (Object) 0
                : example instanceof Boolean ? false : example instanceof List ? List.of() : "";
    }
}
