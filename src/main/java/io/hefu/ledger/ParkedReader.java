package io.hefu.ledger;

import io.hefu.ledger.ParkedRecord.Decision;
import io.hefu.ledger.ParkedRecord.Kind;
import io.hefu.ledger.ParkedRecord.State;
import io.hefu.store.KeySet;
import io.hefu.store.Row;
import io.hefu.store.Transaction;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads parked records with what they wait for. */
final class ParkedReader {
    private static final String COLUMNS = "select id, system, entity, record_key, kind, state, reasons, payload, batch,"
            + " created, closed, decided_by, why from parked";

    /** The awaited things that share everything but the key, so that one query serves many. */
    private record Group(String form, String system, String entity) {}

    private ParkedReader() {}

    static List<ParkedRecord> byIds(Transaction tx, Collection<Long> ids) throws SQLException {
        if (ids.isEmpty()) {
            return List.of();
        }
        KeySet wanted = tx.keysOfNumber(ids);
        return withAwaited(
                tx, tx.query(COLUMNS + " where " + wanted.in("id") + " order by id", ParkedReader::record, wanted));
    }

    static List<ParkedRecord> list(Transaction tx, ParkedRecords.Filter filter) throws SQLException {
        Where where = new Where()
                .and("state = ?", filter.state().map(State::id))
                .and("kind = ?", filter.kind().map(Kind::id))
                .and("system = ?", filter.system())
                .and("entity = ?", filter.entity())
                .and("record_key = ?", filter.key())
                .and("id > ?", (Object) filter.after());
        return withAwaited(
                tx,
                tx.query(
                        COLUMNS + where.sql() + " order by id limit ?",
                        ParkedReader::record,
                        where.args(filter.limit())));
    }

    static List<ParkedRecord> waitingFor(Transaction tx, Collection<Awaited> arrived) throws SQLException {
        Map<Group, List<String>> groups = new HashMap<>();
        for (Awaited each : arrived) {
            groups.computeIfAbsent(new Group(each.form(), each.system(), each.entity()), group -> new ArrayList<>())
                    .add(each.wanted());
        }
        Set<Long> ids = new LinkedHashSet<>();
        if (tx.first("select 1 from awaited limit 1", row -> row.number(1)).isEmpty()) {
            return List.of();
        }
        for (Map.Entry<Group, List<String>> group : groups.entrySet()) {
            KeySet keys = tx.keysOfText(group.getValue());
            tx.forEach(
                    "select parked from awaited where form = ? and system = ? and entity = ? and "
                            + keys.in("wanted_key"),
                    row -> ids.add(row.number(1)),
                    group.getKey().form(),
                    group.getKey().system(),
                    group.getKey().entity(),
                    keys);
        }
        return byIds(tx, ids);
    }

    /** Stored keys; one whose row was forgotten meanwhile counts as unchanged. */
    static Set<String> givenUp(Transaction tx, Flow flow, Map<String, String> payloads) throws SQLException {
        Map<String, String> rows = new HashMap<>();
        payloads.forEach((key, payload) ->
                rows.put(ParkedText.key(key), new String(ParkedText.bytes(payload), StandardCharsets.UTF_8)));
        Set<String> found = new LinkedHashSet<>();
        KeySet keys = tx.keysOfText(rows.keySet());
        tx.forEach(
                "select record_key, payload from parked where state = 'discarded' and kind = 'review' and system = ?"
                        + " and entity = ? and " + keys.in("record_key"),
                row -> {
                    String now = rows.get(row.text(1));
                    if (row.optionalBytes(2)
                            .map(bytes -> new String(bytes, StandardCharsets.UTF_8).equals(now))
                            .orElse(true)) {
                        found.add(row.text(1));
                    }
                },
                flow.system(),
                flow.entity(),
                keys);
        return found;
    }

    private static List<ParkedRecord> withAwaited(Transaction tx, List<ParkedRecord> records) throws SQLException {
        Map<Long, List<Awaited>> awaited = new HashMap<>();
        KeySet ids = tx.keysOfNumber(records.stream().map(ParkedRecord::id).toList());
        tx.forEach(
                "select parked, form, system, entity, wanted_key from awaited where " + ids.in("parked")
                        + " order by parked, form, system, entity, wanted_key",
                row -> awaited.computeIfAbsent(row.number(1), id -> new ArrayList<>())
                        .add(Awaited.of(row.text(2), row.text(3), row.text(4), row.text(5))),
                ids);
        return records.stream()
                .map(record -> record.waitingFor(awaited.getOrDefault(record.id(), List.of())))
                .toList();
    }

    private static ParkedRecord record(Row row) throws SQLException {
        return new ParkedRecord(
                row.number(1),
                new Flow(row.text(2), row.text(3)),
                row.text(4),
                Kind.of(row.text(5)),
                State.of(row.text(6)),
                ParkedText.reasons(row.text(7)),
                row.optionalBytes(8).map(bytes -> new String(bytes, StandardCharsets.UTF_8)),
                row.number(9),
                row.instant(10),
                row.optionalInstant(11),
                row.optionalText(12).isPresent()
                        ? Optional.of(
                                new Decision(row.text(12), row.optionalText(13).orElse("")))
                        : Optional.empty(),
                List.of());
    }
}
