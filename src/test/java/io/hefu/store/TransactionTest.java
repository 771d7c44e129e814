package io.hefu.store;

class TransactionTest extends TransactionSuite {
    @Override
    HubSettings anEmptyDatabase() {
        return aFile();
    }
}
