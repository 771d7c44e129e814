package io.hefu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hefu.store.HubSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One process runs a hub. */
class RunLockTest {
    @TempDir
    Path folder;

    @Test
    void aSecondRunOfOneHubIsRefusedUntilTheFirstEnds() throws Exception {
        HubSettings sqlite = HubSettings.of("jdbc:sqlite:" + folder.resolve("var/hub.db"));
        Complaint complaint;
        try (RunLock first = RunLock.take(new Home(folder), sqlite)) {
            complaint = catchThrowableOfType(
                    Complaint.class,
                    () -> RunLock.take(new Home(Files.createDirectory(folder.resolve("other"))), sqlite));
        }
        assertThat(complaint.what().zh()).contains("已有一个 hefu run 在用这个数据库", "hub.db.run");
        assertThat(complaint.what().en()).contains("another hefu run uses this hub's database", "hefu status");
        RunLock.take(new Home(folder), sqlite).close();
    }

    @Test
    void aHubOnAServerIsLockedInItsInstallation() {
        HubSettings postgres = HubSettings.of("jdbc:postgresql://db/hefu");
        RunLock first = RunLock.take(new Home(folder), postgres);
        assertThat(folder.resolve("var/hub.run")).exists();
        assertThat(catchThrowableOfType(Complaint.class, () -> RunLock.take(new Home(folder), postgres)))
                .isNotNull();
        first.close();
    }
}
