package io.hefu.store;

class DurabilityTest extends DurabilitySuite {
    @Override
    HubSettings anEmptyDatabase() {
        return HubSettings.of("jdbc:sqlite:" + folder.resolve("hub.db"));
    }
}
