package io.hefu.ledger;

import io.hefu.store.HubSettings;

class ParkedIT extends ParkedSuite {
    @Override
    protected HubSettings anEmptyDatabase() {
        return postgres();
    }
}
