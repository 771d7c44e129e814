package io.hefu.ledger;

import io.hefu.ledger.ParkedRecord.Decision;
import io.hefu.ledger.ParkedRecord.State;
import io.hefu.store.BulkWriter;
import io.hefu.store.Column;
import io.hefu.store.ConflictException;
import io.hefu.store.KeySet;
import io.hefu.store.Transaction;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes parked records and what they wait for. */
final class ParkedWriter {
    private static final List<Column> PARKED = List.of(
            Column.text("system"),
            Column.text("entity"),
            Column.text("record_key"),
            Column.text("kind"),
            Column.text("state"),
            Column.text("reasons"),
            Column.bytes("payload"),
            Column.number("batch"),
            Column.instant("created"),
            Column.instant("closed"));
    private static final List<Column> AWAITED = List.of(
            Column.number("parked"),
            Column.text("form"),
            Column.text("system"),
            Column.text("entity"),
            Column.text("wanted_key"));

    void park(Transaction tx, long batch, Instant at, Collection<NewParked> records) throws SQLException {
        Map<Flow, Map<String, NewParked>> newest = new LinkedHashMap<>();
        for (NewParked record : records) {
            newest.computeIfAbsent(record.flow(), flow -> new LinkedHashMap<>())
                    .put(ParkedText.key(record.key()), record);
        }
        for (Map.Entry<Flow, Map<String, NewParked>> flow : newest.entrySet()) {
            supersede(tx, flow.getKey(), flow.getValue().keySet(), at);
        }
        BulkWriter rows = tx.bulk("parked", PARKED);
        for (NewParked record : records) {
            String key = ParkedText.key(record.key());
            boolean open = newest.get(record.flow()).get(key) == record;
            rows.add(
                    record.flow().system(),
                    record.flow().entity(),
                    key,
                    record.kind().id(),
                    (open ? State.OPEN : State.SUPERSEDED).id(),
                    ParkedText.reasons(record.reasons()),
                    ParkedText.bytes(record.payload()),
                    batch,
                    at,
                    open ? Optional.empty() : Optional.of(at));
        }
        rows.flush();
        for (Map.Entry<Flow, Map<String, NewParked>> flow : newest.entrySet()) {
            await(tx, flow.getKey(), flow.getValue());
        }
    }

    private static void await(Transaction tx, Flow flow, Map<String, NewParked> records) throws SQLException {
        List<String> waiting = records.entrySet().stream()
                .filter(record -> !record.getValue().awaited().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
        if (waiting.isEmpty()) {
            return;
        }
        Map<String, Long> ids = openIds(tx, flow, waiting);
        BulkWriter rows = tx.bulk("awaited", AWAITED);
        for (String key : waiting) {
            for (Awaited each : new LinkedHashSet<>(records.get(key).awaited())) {
                rows.add(ids.get(key), each.form(), each.system(), each.entity(), each.wanted());
            }
        }
        rows.flush();
    }

    List<NewParked> withoutThoseOpen(Transaction tx, List<NewParked> records) throws SQLException {
        if (records.isEmpty()) {
            return records;
        }
        Map<Flow, List<NewParked>> byFlow = records.stream().collect(Collectors.groupingBy(NewParked::flow));
        Set<String> open = new HashSet<>();
        for (Map.Entry<Flow, List<NewParked>> flow : byFlow.entrySet()) {
            KeySet keys = tx.keysOfText(flow.getValue().stream()
                    .map(record -> ParkedText.key(record.key()))
                    .toList());
            tx.forEach(
                    "select record_key, kind, reasons, payload from parked where system = ? and entity = ?"
                            + " and state = 'open' and payload is not null and " + keys.in("record_key"),
                    row -> open.add(look(flow.getKey(), row.text(1), row.text(2), row.text(3), row.bytes(4))),
                    flow.getKey().system(),
                    flow.getKey().entity(),
                    keys);
        }
        return records.stream()
                .filter(record -> !open.contains(look(
                        record.flow(),
                        ParkedText.key(record.key()),
                        record.kind().id(),
                        ParkedText.reasons(record.reasons()),
                        ParkedText.bytes(record.payload()))))
                .toList();
    }

    private static String look(Flow flow, String key, String kind, String reasons, byte[] payload) {
        return String.join("\u001f", flow.toString(), key, kind, reasons, new String(payload, StandardCharsets.UTF_8));
    }

    static boolean anyOpen(Transaction tx, Flow flow) throws SQLException {
        return tx.first(
                        "select id from parked where system = ? and entity = ? and state = 'open' limit 1",
                        row -> row.number(1),
                        flow.system(),
                        flow.entity())
                .isPresent();
    }

    private static Map<String, Long> openIds(Transaction tx, Flow flow, Collection<String> keys) throws SQLException {
        Map<String, Long> ids = new HashMap<>();
        KeySet wanted = tx.keysOfText(keys);
        tx.forEach(
                "select record_key, id from parked where system = ? and entity = ? and state = 'open' and "
                        + wanted.in("record_key"),
                row -> ids.put(row.text(1), row.number(2)),
                flow.system(),
                flow.entity(),
                wanted);
        return ids;
    }

    int supersede(Transaction tx, Flow flow, Collection<String> keys, Instant at) throws SQLException {
        if (keys.isEmpty() || !anyOpen(tx, flow)) {
            return 0;
        }
        List<String> stored = keys.stream().map(ParkedText::key).toList();
        return close(tx, openIds(tx, flow, stored).values(), State.SUPERSEDED, Optional.empty(), at);
    }

    void resume(Transaction tx, Collection<Long> ids, Instant at) throws SQLException {
        int closed = close(tx, ids, State.RESUMED, Optional.empty(), at);
        if (closed != ids.size()) {
            throw new ConflictException(
                    "有 " + (ids.size() - closed) + " 条搁置记录已不再打开（有更新的版本到达，或已被丢弃）；旧版本不会生效。",
                    (ids.size() - closed) + " parked records are no longer open (a newer version came, or a person"
                            + " discarded them); the older version has no effect.",
                    null);
        }
    }

    int close(Transaction tx, Collection<Long> ids, State state, Optional<Decision> decision, Instant at)
            throws SQLException {
        if (ids.isEmpty()) {
            return 0;
        }
        KeySet wanted = tx.keysOfNumber(ids);
        tx.update("delete from awaited where " + wanted.in("parked"), wanted);
        return tx.update(
                "update parked set state = ?, closed = ?, decided_by = ?, why = ? where state = 'open' and "
                        + wanted.in("id"),
                state.id(),
                at,
                decision.map(Decision::by),
                decision.map(Decision::why),
                wanted);
    }
}
