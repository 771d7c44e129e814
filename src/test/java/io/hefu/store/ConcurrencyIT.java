package io.hefu.store;

class ConcurrencyIT extends ConcurrencySuite {
    @Override
    HubSettings anEmptyDatabase() {
        return PostgresForTests.fresh();
    }
}
