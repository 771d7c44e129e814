package io.hefu.promises;

import io.hefu.store.CrashPoint;
import java.util.List;

/** The same with the hub on PostgreSQL; by default only where {@link SeveralHubsIT} kills none of its hubs. */
class KillProofPostgresIT extends KillProofIT {
    @Override
    KillWorld.HubKind kind() {
        return KillWorld.HubKind.POSTGRESQL;
    }

    @Override
    List<CrashPoint> reading() {
        return THOROUGH ? READING : List.of(CrashPoint.AFTER_READ, CrashPoint.AFTER_COMMIT);
    }

    @Override
    int atRandom() {
        return THOROUGH ? super.atRandom() : 2;
    }
}
