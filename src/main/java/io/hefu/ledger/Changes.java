package io.hefu.ledger;

import io.hefu.dictionary.Uid;
import io.hefu.store.BulkWriter;
import io.hefu.store.Column;
import io.hefu.store.HubDatabase;
import io.hefu.store.Transaction;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

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

    /** The oldest first. */
    public List<Change> history(Uid uid) {
        return database.read(tx -> tx.query(
                "select version, batch, detail from record_change where uid = ? order by version",
                row -> new Change(uid, row.number(1), row.number(2), ChangeDetail.read(row.bytes(3))),
                uid.value()));
    }
}
