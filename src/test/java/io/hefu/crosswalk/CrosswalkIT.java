package io.hefu.crosswalk;

import io.hefu.store.HubSettings;

class CrosswalkIT extends CrosswalkSuite {
    @Override
    protected HubSettings anEmptyDatabase() {
        return postgres();
    }
}
