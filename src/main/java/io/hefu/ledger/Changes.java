package io.hefu.ledger;

import io.hefu.dictionary.Uid;
import io.hefu.store.BulkWriter;
import io.hefu.store.Column;
import io.hefu.store.HubDatabase;
import io.hefu.store.KeySet;
import io.hefu.store.Transaction;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The change log. It holds only changes: what a record was when it was new stands in its first change's before. */
public final class Changes {
    private static final List<Column> COLUMNS =
            List.of(Column.uuid("uid"), Column.number("version"), Column.number("batch"), Column.bytes("detail"));

    private final HubDatabase database;

    Changes(HubDatabase database) {
        this.database = database;
    }

    /** Changes without any field are left out. */
    public void enter(Transaction tx, Collection<Change> changes) throws SQLException {
        BulkWriter rows = tx.bulk("record_change", COLUMNS);
        for (Change change : changes) {
            if (!change.fields().isEmpty()) {
                rows.add(change.uid().value(), change.version(), change.batch(), ChangeDetail.write(change.fields()));
            }
        }
        rows.flush();
    }

    /** Of each record the oldest first; those that never changed are left out. */
    public Map<Uid, List<Change>> histories(Collection<Uid> uids) {
        if (uids.isEmpty()) {
            return Map.of();
        }
        return database.read(tx -> {
            Map<Uid, List<Change>> histories = new HashMap<>();
            KeySet keys = tx.keysOfUuid(uids.stream().map(Uid::value).toList());
            tx.forEach(
                    "select uid, version, batch, detail from record_change where " + keys.in("uid")
                            + " order by uid, version",
                    row -> {
                        Uid uid = new Uid(row.uuid(1));
                        histories
                                .computeIfAbsent(uid, first -> new ArrayList<>())
                                .add(new Change(uid, row.number(2), row.number(3), ChangeDetail.read(row.bytes(4))));
                    },
                    keys);
            return histories;
        });
    }

    /** The oldest first. */
    public List<Change> history(Uid uid) {
        return database.read(tx -> tx.query(
                "select version, batch, detail from record_change where uid = ? order by version",
                row -> new Change(uid, row.number(1), row.number(2), ChangeDetail.read(row.bytes(3))),
                uid.value()));
    }
}
