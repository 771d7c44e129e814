package io.hefu.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The database servers end with the process that started them, however it ends. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no leash on Windows")
class NoOrphansIT {
    @TempDir
    Path directory;

    @Test
    void theServersEndWhenTheirStarterIsKilled() throws Exception {
        endsWith(Process::destroyForcibly);
    }

    @Test
    void theServersEndWhenTheirStarterIsAskedToEnd() throws Exception {
        endsWith(Process::destroy);
    }

    /** A way to end a process. */
    private interface Ending {
        void of(Process process);
    }

    private void endsWith(Ending ending) throws IOException, InterruptedException {
        Process starter = starter();
        BufferedReader said = starter.inputReader(StandardCharsets.UTF_8);
        assertThat(said.lines().filter("both are up"::equals).findFirst()).isPresent();
        ProcessHandle postgres = process(directory.resolve("p/postmaster.pid"));
        ProcessHandle mariadb = process(directory.resolve("m/mariadb.pid"));
        ending.of(starter);
        assertGone(postgres);
        assertGone(mariadb);
    }

    private Process starter() throws IOException {
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new ProcessBuilder(
                        java.toString(), "-Xmx256m", "-cp", classes, Starter.class.getName(), directory.toString())
                .redirectErrorStream(true)
                .start();
    }

    private static ProcessHandle process(Path pidFile) throws IOException {
        long pid = Long.parseLong(
                Files.readAllLines(pidFile, StandardCharsets.US_ASCII).get(0).trim());
        return ProcessHandle.of(pid).orElseThrow();
    }

    private static void assertGone(ProcessHandle process) throws InterruptedException {
        Instant until = Instant.now().plus(Duration.ofSeconds(20));
        while (process.isAlive() && Instant.now().isBefore(until)) {
            Thread.sleep(50);
        }
        assertThat(process.isAlive()).isFalse();
    }
}
