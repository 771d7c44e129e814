package io.hefu.drift;

import io.hefu.ledger.SourceShapes;
import io.hefu.mapping.Mapping;
import io.hefu.store.HubDatabase;
import io.hefu.store.Transaction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The known shapes, kept in the ledger; a shape that is settled is remembered here, so that batches need not ask. */
public final class KnownShapes {
    private final HubDatabase database;
    private final SourceShapes shapes;
    private final Map<String, KnownShape> settled = new ConcurrentHashMap<>();

    public KnownShapes(HubDatabase database, SourceShapes shapes) {
        this.database = database;
        this.shapes = shapes;
    }

    public Optional<KnownShape> find(Mapping mapping) {
        KnownShape remembered = settled.get(name(mapping));
        if (remembered != null) {
            return Optional.of(remembered);
        }
        Optional<KnownShape> known =
                shapes.find(mapping.system(), mapping.entity().name()).map(KnownShape::read);
        known.filter(KnownShape::isSettled).ifPresent(shape -> settled.put(name(mapping), shape));
        return known;
    }

    public void keep(Transaction tx, Mapping mapping, KnownShape shape, Instant at) throws SQLException {
        shapes.keep(tx, mapping.system(), mapping.entity().name(), shape.written(), at);
    }

    /** A person accepts whatever the source looks like now: it is learned anew. */
    public void forget(Mapping mapping, Instant at) {
        settled.remove(name(mapping));
        database.write(tx -> {
            keep(tx, mapping, KnownShape.nothing(), at);
            return 0;
        });
    }

    private static String name(Mapping mapping) {
        return mapping.system() + "/" + mapping.entity().name();
    }
}
