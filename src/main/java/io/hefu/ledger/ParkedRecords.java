package io.hefu.ledger;

import io.hefu.ledger.ParkedRecord.Decision;
import io.hefu.ledger.ParkedRecord.Kind;
import io.hefu.ledger.ParkedRecord.State;
import io.hefu.store.ConflictException;
import io.hefu.store.HubDatabase;
import io.hefu.store.KeySet;
import io.hefu.store.Transaction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The records that wait or are quarantined. A newer version of a record closes the older one that is parked; so at most
 * one is open, and releasing an older version is impossible.
 */
public final class ParkedRecords {
    private final HubDatabase database;
    private final ParkedWriter writer = new ParkedWriter();

    ParkedRecords(HubDatabase database) {
        this.database = database;
    }

    /** Parks the records of a batch; an open one with the same key is superseded. */
    public void park(Transaction tx, long batch, Instant at, Collection<NewParked> records) throws SQLException {
        writer.park(tx, batch, at, records);
    }

    /** Those that are not open already with the same row and the same reasons. */
    public List<NewParked> withoutThoseOpen(Transaction tx, List<NewParked> records) throws SQLException {
        return writer.withoutThoseOpen(tx, records);
    }

    /**
     * To be called with the keys of every record of a batch that was applied, unchanged or dropped: what was parked of
     * them is superseded.
     *
     * @return how many were
     */
    public int supersede(Transaction tx, Flow flow, Collection<String> keys, Instant at) throws SQLException {
        return writer.supersede(tx, flow, keys, at);
    }

    /**
     * Closes records that went through after all, in the transaction that applies them.
     *
     * @throws ConflictException when one of them is no longer open (a newer version came, a person discarded it): nothing
     *     of the older version may be applied
     */
    public void resume(Transaction tx, Collection<Long> ids, Instant at) throws SQLException {
        writer.resume(tx, ids, at);
    }

    /** @return whether it was open */
    public boolean discard(long id, Decision decision, Instant at) {
        return database.write(tx -> writer.close(tx, List.of(id), State.DISCARDED, Optional.of(decision), at)) > 0;
    }

    /**
     * Retention of open ones: closes those that nobody looked at.
     *
     * @return how many were closed
     */
    public int expire(Instant createdBefore, Instant at) {
        return database.write(tx -> {
            List<Long> ids = tx.query(
                    "select id from parked where state = 'open' and created < ?", row -> row.number(1), createdBefore);
            return writer.close(tx, ids, State.EXPIRED, Optional.empty(), at);
        });
    }

    /**
     * Retention of closed ones: forgets their rows, and keeps that they were and what became of them.
     *
     * @return how many rows were forgotten
     */
    public int forget(Instant closedBefore) {
        return database.write(tx -> tx.update(
                "update parked set payload = null where state <> 'open' and closed < ? and payload is not null",
                closedBefore));
    }

    public Optional<ParkedRecord> find(long id) {
        return database.read(tx -> ParkedReader.byIds(tx, List.of(id)).stream().findFirst());
    }

    /** Those of these entries that are open. */
    public Set<Long> stillOpen(Collection<Long> ids) {
        return ids.isEmpty()
                ? Set.of()
                : database.read(tx -> {
                    KeySet wanted = tx.keysOfNumber(ids);
                    return new HashSet<>(tx.query(
                            "select id from parked where state = 'open' and " + wanted.in("id"),
                            row -> row.number(1),
                            wanted));
                });
    }

    /**
     * Of rows that a person was asked of, those that a person gave up and that have not changed since.
     *
     * @param payloads rows as JSON, by key
     */
    public Set<String> givenUp(Flow flow, Map<String, String> payloads) {
        return payloads.isEmpty()
                ? Set.of()
                : database.read(tx -> {
                    Set<String> stored = ParkedReader.givenUp(tx, flow, payloads);
                    return payloads.keySet().stream()
                            .filter(key -> stored.contains(ParkedText.key(key)))
                            .collect(Collectors.toSet());
                });
    }

    /** Whether anything of a flow is open, at the cost of one look at an index. */
    public boolean anyOpen(Flow flow) {
        return database.read(tx -> ParkedWriter.anyOpen(tx, flow));
    }

    /** One of a flow's open records of a kind, the oldest. */
    public Optional<ParkedRecord> firstOpen(Flow flow, Kind kind) {
        Filter open = new Filter(
                Optional.of(kind),
                Optional.of(State.OPEN),
                Optional.of(flow.system()),
                Optional.of(flow.entity()),
                Optional.empty(),
                0,
                1);
        return list(open).stream().findFirst();
    }

    /** Open records that wait for any of these. */
    public List<ParkedRecord> waitingFor(Collection<Awaited> arrived) {
        return arrived.isEmpty() ? List.of() : database.read(tx -> ParkedReader.waitingFor(tx, arrived));
    }

    /** In the order of their numbers, which is that of their parking. */
    public List<ParkedRecord> list(Filter filter) {
        return database.read(tx -> ParkedReader.list(tx, filter));
    }

    /** How many are open of each flow, waiting and quarantined. */
    public Map<Flow, Map<Kind, Long>> open() {
        return database.read(tx -> {
            Map<Flow, Map<Kind, Long>> open = new LinkedHashMap<>();
            tx.forEach(
                    "select system, entity, kind, count(*) from parked where state = 'open'"
                            + " group by system, entity, kind order by system, entity, kind",
                    row -> open.computeIfAbsent(new Flow(row.text(1), row.text(2)), flow -> new LinkedHashMap<>())
                            .put(Kind.of(row.text(3)), row.number(4)));
            return open;
        });
    }

    /** @param after only records with a greater number: the next page; 0 for the first */
    public record Filter(
            Optional<Kind> kind,
            Optional<State> state,
            Optional<String> system,
            Optional<String> entity,
            Optional<String> key,
            long after,
            int limit) {
        /** The open ones of a kind. */
        public static Filter open(Kind kind, long after, int limit) {
            return new Filter(
                    Optional.of(kind),
                    Optional.of(State.OPEN),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    after,
                    limit);
        }

        public static Filter all(int limit) {
            return new Filter(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 0, limit);
        }
    }
}
