package io.hefu.ledger;

import io.hefu.store.HubSettings;

class LedgerIT extends LedgerSuite {
    @Override
    protected HubSettings anEmptyDatabase() {
        return postgres();
    }
}
