package io.hefu.store;

class TransactionIT extends TransactionSuite {
    @Override
    HubSettings anEmptyDatabase() {
        return PostgresForTests.fresh();
    }
}
