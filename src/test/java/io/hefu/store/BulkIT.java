package io.hefu.store;

class BulkIT extends BulkSuite {
    @Override
    HubSettings anEmptyDatabase() {
        return PostgresForTests.fresh();
    }
}
