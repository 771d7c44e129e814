package io.hefu.delivery;

import io.hefu.mapping.Mapping;
import io.hefu.mapping.WriteSide;
import io.hefu.systems.Row;
import io.hefu.systems.SystemConnection;
import java.time.Instant;

/** Where a run of deliveries goes. */
record Place(Mapping mapping, WriteSide side, SystemConnection connection, Instant now) {
    String target() {
        return mapping.system();
    }

    /** The key of a row of the resource that is written, as links write it. */
    String keyOf(Row row) {
        return mapping.read()
                .filter(read -> read.key().equals(side.key()))
                .flatMap(read -> mapping.key(row))
                .orElseGet(() -> String.valueOf(row.cell(side.key())));
    }

    /** Whether the target can be asked for a record whose creation was begun. */
    boolean canAsk() {
        return side.find().isPresent() && connection.canFind(side.resource());
    }

    /**
     * Whether no more than one is begun at a time: what was begun when the hub dies stays unknown for good where the target
     * cannot be asked.
     */
    boolean oneByOne() {
        return side.creates() && !canAsk();
    }

    String entity() {
        return mapping.entity().name();
    }
}
