package io.hefu.store;

class ConcurrencyTest extends ConcurrencySuite {
    @Override
    HubSettings anEmptyDatabase() {
        return aFile();
    }
}
