package io.hefu.golden;

import io.hefu.dictionary.EntityType;
import io.hefu.dictionary.Uid;
import io.hefu.store.HubDatabase;
import io.hefu.store.KeySet;
import io.hefu.store.Transaction;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The echoes in the hub's database. */
public final class EchoTables implements Echoes {
    private final HubDatabase database;
    private final DocumentCodec codec;

    EchoTables(HubDatabase database, DocumentCodec codec) {
        this.database = database;
        this.codec = codec;
    }

    @Override
    public Map<String, Echo> find(String system, EntityType entity, Collection<String> keys) {
        return keys.isEmpty() ? Map.of() : database.read(tx -> find(tx, system, entity, keys));
    }

    private Map<String, Echo> find(Transaction tx, String system, EntityType entity, Collection<String> keys)
            throws SQLException {
        Map<String, Echo> found = new HashMap<>();
        KeySet wanted = tx.keysOfText(keys);
        tx.forEach(
                "select record_key, uid, document from echo where system = ? and entity = ? and "
                        + wanted.in("record_key"),
                row -> found.put(row.text(1), decoded(row.text(1), new Uid(row.uuid(2)), entity, row.bytes(3))),
                system,
                entity.name(),
                wanted);
        return found;
    }

    private Echo decoded(String key, Uid uid, EntityType entity, byte[] document) {
        Words words = GoldenDocument.of(codec.decode(uid, entity.name(), 1, document))
                .words()
                .get(0);
        return new Echo(key, uid, words.said(), words.batch());
    }

    /** The key names another thing now; what was written there stays an echo. */
    public void move(Transaction tx, String system, String entity, String key, Uid to) throws SQLException {
        tx.update(
                "update echo set uid = ? where system = ? and entity = ? and record_key = ?",
                to.value(),
                system,
                entity,
                key);
    }

    /** Keeps what was just written into rows; of fields that were not written now, what was written before stands. */
    public void keep(Transaction tx, String system, EntityType entity, List<Echo.Written> written) throws SQLException {
        if (written.isEmpty()) {
            return;
        }
        Map<String, Echo> former =
                find(tx, system, entity, written.stream().map(Echo.Written::key).toList());
        List<Object[]> rows = new ArrayList<>(written.size());
        for (Echo.Written each : written) {
            Echo echo = each.after(former.get(each.key()));
            Words words = Words.of(system, echo.told(), echo.heard());
            byte[] document = codec.encode(GoldenDocument.created(echo.uid(), entity, words));
            rows.add(new Object[] {system, entity.name(), echo.key(), echo.uid().value(), document});
        }
        tx.updateBatch(
                "insert into echo (system, entity, record_key, uid, document) values (?, ?, ?, ?, ?)"
                        + " on conflict (system, entity, record_key) do update set uid = excluded.uid,"
                        + " document = excluded.document",
                rows);
    }
}
