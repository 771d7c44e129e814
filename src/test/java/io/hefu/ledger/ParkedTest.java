package io.hefu.ledger;

import io.hefu.store.HubSettings;

class ParkedTest extends ParkedSuite {
    @Override
    protected HubSettings anEmptyDatabase() {
        return sqlite();
    }
}
