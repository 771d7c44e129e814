package io.hefu.store;

class TurnsTest extends TurnsSuite {
    @Override
    HubSettings anEmptyDatabase() {
        return aFile();
    }
}
