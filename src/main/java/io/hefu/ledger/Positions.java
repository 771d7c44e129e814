package io.hefu.ledger;

import io.hefu.store.HubDatabase;
import io.hefu.store.Transaction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Up to where each entity of each system was read. */
public final class Positions {
    /** @param position in the words of the adapter */
    public record Position(Flow flow, String position, long batch, Instant at) {}

    private final HubDatabase database;

    Positions(HubDatabase database) {
        this.database = database;
    }

    /** Empty before the first batch. */
    public Optional<String> find(Flow flow) {
        return database.read(tx -> tx.first(
                "select position from source_position where system = ? and entity = ?",
                row -> row.text(1),
                flow.system(),
                flow.entity()));
    }

    public List<Position> all() {
        return database.read(tx -> tx.query(
                "select system, entity, position, batch, at from source_position order by system, entity",
                row -> new Position(new Flow(row.text(1), row.text(2)), row.text(3), row.number(4), row.instant(5))));
    }

    public void move(Transaction tx, Position to) throws SQLException {
        tx.update(
                "insert into source_position (system, entity, position, batch, at) values (?, ?, ?, ?, ?)"
                        + " on conflict (system, entity) do update"
                        + " set position = excluded.position, batch = excluded.batch, at = excluded.at",
                to.flow().system(),
                to.flow().entity(),
                to.position(),
                to.batch(),
                to.at());
    }

    /** So that the next reading begins from the start. */
    public void forget(Transaction tx, Flow flow) throws SQLException {
        tx.update("delete from source_position where system = ? and entity = ?", flow.system(), flow.entity());
    }
}
