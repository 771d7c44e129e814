package io.hefu.delivery;

import io.hefu.mapping.Mapping;
import io.hefu.mapping.WriteSide;
import io.hefu.systems.SystemConnection;
import java.time.Instant;

/** Where a run of deliveries goes. */
record Place(Mapping mapping, WriteSide side, SystemConnection connection, Instant now) {
    String target() {
        return mapping.system();
    }

    String entity() {
        return mapping.entity().name();
    }
}
