package io.hefu.ledger;

import io.hefu.store.HubDatabase;
import io.hefu.store.HubSettings;
import io.hefu.store.PostgresForTests;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A suite on an empty hub database; each of its two subclasses names the database. */
public abstract class OnOneHub {
    @TempDir
    protected Path folder;

    protected HubSettings settings;
    protected HubDatabase hub;

    protected abstract HubSettings anEmptyDatabase();

    protected final HubSettings sqlite() {
        return HubSettings.of("jdbc:sqlite:" + folder.resolve("hub.db"));
    }

    protected final HubSettings postgres() {
        return PostgresForTests.fresh();
    }

    @BeforeEach
    void open() {
        settings = anEmptyDatabase();
        hub = HubDatabase.open(settings);
    }

    @AfterEach
    void close() {
        hub.close();
    }

    protected final long count(String sql) {
        return hub.read(tx -> tx.first(sql, row -> row.number(1)).orElseThrow());
    }
}
