package io.hefu.ledger;

import io.hefu.store.HubSettings;

class LedgerTest extends LedgerSuite {
    @Override
    protected HubSettings anEmptyDatabase() {
        return sqlite();
    }
}
