package io.hefu.store;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A suite that runs on an empty hub database; its two subclasses say on which. */
abstract class OnOneDatabase {

    static final List<String> TABLES = List.of("classpath:db/hub-store-tests");

    @TempDir
    Path folder;

    HubSettings settings;
    HubDatabase hub;

    abstract HubSettings anEmptyDatabase();

    HubSettings aFile() {
        return HubSettings.of("jdbc:sqlite:" + folder.resolve("hub.db"));
    }

    @BeforeEach
    void open() {
        settings = anEmptyDatabase();
        hub = HubDatabase.open(settings, TABLES);
    }

    @AfterEach
    void close() {
        hub.close();
    }

    long count(String sql, Object... args) {
        return hub.read(tx -> tx.first(sql, row -> row.number(1), args).orElseThrow());
    }
}
