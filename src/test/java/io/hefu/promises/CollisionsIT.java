package io.hefu.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.hefu.store.PostgresForTests;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same on PostgreSQL, and from two processes at once. */
class CollisionsIT extends CollisionsTest {
    @BeforeEach
    void onPostgres() {
        trade.hubIn(PostgresForTests.fresh());
    }

    @Test
    void eachThingHasOneUidWhenTwoProcessesReadAtOnce() throws Exception {
        try (TestHub hub = trade.hub()) {
            Process other = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx256m",
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            OtherProcess.class.getName(),
                            trade.home.toString()))
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("other.log").toFile())
                    .start();
            readAll(hub, 1, SYSTEMS / 2);

            assertThat(other.waitFor(120, TimeUnit.SECONDS)).isTrue();
            assertThat(other.exitValue())
                    .as(java.nio.file.Files.readString(folder.resolve("other.log")))
                    .isZero();
            requireOneUidEach(hub);
        }
    }

    /** Reads the other half of the systems. */
    static final class OtherProcess {
        private OtherProcess() {}

        public static void main(String[] home) throws Exception {
            try (TestHub hub = TestHub.open(Path.of(home[0]), new ShiftableClock())) {
                readAll(hub, SYSTEMS / 2 + 1, SYSTEMS);
            }
            System.exit(0);
        }
    }
}
