package io.hefu.store;

class DurabilityIT extends DurabilitySuite {
    @Override
    HubSettings anEmptyDatabase() {
        return PostgresForTests.fresh();
    }
}
