package io.hefu.golden;

import io.hefu.store.HubSettings;

class GoldenTest extends GoldenSuite {
    @Override
    protected HubSettings anEmptyDatabase() {
        return sqlite();
    }
}
