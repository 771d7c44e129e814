package io.hefu.store;

class TurnsIT extends TurnsSuite {
    @Override
    HubSettings anEmptyDatabase() {
        return PostgresForTests.fresh();
    }
}
