package io.hefu.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FaultTest extends FaultSuite {

    @Override
    HubSettings anEmptyDatabase() {
        return aFile();
    }

    @Override
    HubSettings another() {
        return HubSettings.of("jdbc:sqlite:" + folder.resolve("another.db"));
    }

    @Test
    void theWriterSyncsEveryCommit() {
        assertThat(pragma("synchronous")).isEqualTo("2");
        assertThat(pragma("journal_mode")).isEqualTo("wal");
        assertThat(pragma("foreign_keys")).isEqualTo("1");
    }

    private String pragma(String name) {
        return hub.write(tx -> tx.first("pragma " + name, row -> row.text(1)).orElseThrow());
    }

    @Test
    void theFileIsItsOwnersAlone() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("hub.db"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aFullDiskIsFatalSaysWhatToDoAndLosesNothing() {
        hub.write(tx -> tx.update("insert into head (number, parts) values (1, 1)"));
        hub.write(tx -> tx.first("pragma max_page_count = 60", row -> row.number(1)));
        StoreException e = failure(() -> hub.write(tx -> {
            tx.update("insert into head (number, parts) values (2, 1)");
            return tx.update("insert into sample (words) values (?)", "x".repeat(1_000_000));
        }));
        assertThat(e.retryable()).isFalse();
        assertThat(e.en()).contains("disk", "free some space", "hub.db");
        assertThat(e.zh()).contains("磁盘", "腾出空间");
        assertThat(count("select count(*) from head")).isEqualTo(1);
        hub.write(tx -> tx.first("pragma max_page_count = 100000", row -> row.number(1)));
        hub.write(tx -> tx.update("insert into head (number, parts) values (3, 1)"));
    }

    @Test
    void aFileThatIsNoDatabaseSaysSo() throws IOException {
        Files.writeString(folder.resolve("other.db"), "garbage ".repeat(1_000));
        StoreException e = failure(() -> HubDatabase.open(HubSettings.of("jdbc:sqlite:" + folder.resolve("other.db"))));
        assertThat(e.retryable()).isFalse();
        assertThat(e.en()).contains("damaged or is no database", "other.db", "restore a backup");
    }

    @Test
    void aPlaceThatCannotBeWrittenSaysSo() throws IOException {
        Files.writeString(folder.resolve("file"), "");
        StoreException e =
                failure(() -> HubDatabase.open(HubSettings.of("jdbc:sqlite:" + folder.resolve("file/hub.db"))));
        assertThat(e.en()).contains("permissions", "hub.db");
    }

    @Test
    void memoryAndOtherDatabasesAreRefused() {
        assertThat(failure(() -> HubDatabase.open(HubSettings.of("jdbc:sqlite::memory:")))
                        .en())
                .contains("file on disk");
        assertThat(failure(() -> HubDatabase.open(HubSettings.of("jdbc:h2:x;password=geheim")))
                        .en())
                .contains("jdbc:sqlite:/path/hub.db")
                .doesNotContain("geheim");
    }

    @Test
    void anotherProcessThatHoldsTheFileForAMomentIsWaitedFor() throws Exception {
        try (Connection other = java.sql.DriverManager.getConnection(settings.url());
                Statement statement = other.createStatement()) {
            statement.execute("begin immediate");
            Thread release = new Thread(() -> release(statement));
            release.start();
            hub.write(tx -> tx.update("insert into head (number, parts) values (1, 1)"));
            release.join();
        }
    }

    private static void release(Statement statement) {
        try {
            Thread.sleep(500);
            statement.execute("rollback");
        } catch (SQLException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void settingsPrintNoSecret() {
        HubSettings secret = new HubSettings(
                "jdbc:postgresql://u:geheim1@h/db?user=u&password=geheim2&sslPassword=geheim3&x=1",
                Optional.of("u"),
                Optional.of("geheim4"));
        assertThat(secret.toString()).doesNotContain("geheim").contains("x=1", "db");
        assertThat(secret.place()).doesNotContain("geheim");
    }
}
