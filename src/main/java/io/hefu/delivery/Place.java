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

    String entity() {
        return mapping.entity().name();
    }
}
