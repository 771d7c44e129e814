package io.hefu.store;

class BulkTest extends BulkSuite {
    @Override
    HubSettings anEmptyDatabase() {
        return aFile();
    }
}
