package io.hefu.ledger;

import io.hefu.store.HubDatabase;
import io.hefu.store.Transaction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** What each resource looked like when it was last accepted; the drift module says in which words. */
public final class SourceShapes {
    private final HubDatabase database;

    SourceShapes(HubDatabase database) {
        this.database = database;
    }

    /** Empty before the first batch. */
    public Optional<String> find(String system, String resource) {
        return database.read(tx -> tx.first(
                "select shape from source_shape where system = ? and resource = ?",
                row -> row.text(1),
                system,
                resource));
    }

    public void keep(Transaction tx, String system, String resource, String shape, Instant at) throws SQLException {
        tx.update(
                "insert into source_shape (system, resource, shape, at) values (?, ?, ?, ?)"
                        + " on conflict (system, resource) do update set shape = excluded.shape, at = excluded.at",
                system,
                resource,
                shape,
                at);
    }
}
