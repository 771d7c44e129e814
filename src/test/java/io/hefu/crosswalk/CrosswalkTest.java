package io.hefu.crosswalk;

import io.hefu.store.HubSettings;

class CrosswalkTest extends CrosswalkSuite {
    @Override
    protected HubSettings anEmptyDatabase() {
        return sqlite();
    }
}
