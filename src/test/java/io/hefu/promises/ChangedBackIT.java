package io.hefu.promises;

import io.hefu.store.PostgresForTests;
import org.junit.jupiter.api.BeforeEach;

/** The same with the hub on PostgreSQL. */
class ChangedBackIT extends ChangedBackTest {
    @BeforeEach
    void onPostgres() {
        trade.hubIn(PostgresForTests.fresh());
    }
}
