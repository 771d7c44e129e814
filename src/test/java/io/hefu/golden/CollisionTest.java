package io.hefu.golden;

import io.hefu.store.HubSettings;

class CollisionTest extends CollisionSuite {
    @Override
    protected HubSettings anEmptyDatabase() {
        return sqlite();
    }
}
