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

/**
 * The known shapes, kept in the ledger. They are asked for with every batch, since a person may have accepted another shape
 * in another process; what is remembered is only how the words read.
 */
public final class KnownShapes {
    private final HubDatabase database;
    private final SourceShapes shapes;
    private final Map<String, Understood> understood = new ConcurrentHashMap<>();

    private record Understood(String text, KnownShape shape) {}

    public KnownShapes(HubDatabase database, SourceShapes shapes) {
        this.database = database;
        this.shapes = shapes;
    }

    public Optional<KnownShape> find(Mapping mapping) {
        return shapes.find(mapping.system(), mapping.entity().name())
                .map(text -> understood.compute(
                                name(mapping),
                                (name, before) -> before != null && before.text.equals(text)
                                        ? before
                                        : new Understood(text, ShapeText.read(text)))
                        .shape);
    }

    public void keep(Transaction tx, Mapping mapping, KnownShape shape, Instant at) throws SQLException {
        shapes.keep(tx, mapping.system(), mapping.entity().name(), ShapeText.write(shape), at);
    }

    /** A person accepts whatever the source looks like now: it is learned anew. */
    public void forget(Mapping mapping, Instant at) {
        database.write(tx -> {
            keep(tx, mapping, KnownShape.nothing(), at);
            return 0;
        });
    }

    private static String name(Mapping mapping) {
        return mapping.system() + "/" + mapping.entity().name();
    }
}
