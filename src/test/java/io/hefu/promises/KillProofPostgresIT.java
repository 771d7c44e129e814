package io.hefu.promises;

/** The same with the hub on PostgreSQL. */
class KillProofPostgresIT extends KillProofIT {
    @Override
    KillWorld.HubKind kind() {
        return KillWorld.HubKind.POSTGRESQL;
    }
}
