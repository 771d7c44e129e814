package io.hefu.golden;

import io.hefu.store.HubSettings;

class GoldenIT extends GoldenSuite {
    @Override
    protected HubSettings anEmptyDatabase() {
        return postgres();
    }
}
