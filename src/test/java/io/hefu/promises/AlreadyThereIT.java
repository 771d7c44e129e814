package io.hefu.promises;

import io.hefu.store.PostgresForTests;
import org.junit.jupiter.api.BeforeEach;

/** The same with the hub on PostgreSQL. */
class AlreadyThereIT extends AlreadyThereTest {
    @BeforeEach
    void onPostgres() {
        trade.hubIn(PostgresForTests.fresh());
    }

    @Override
    void aPlanChangesNothing() {
        // looks into the file of a hub on SQLite
    }
}
