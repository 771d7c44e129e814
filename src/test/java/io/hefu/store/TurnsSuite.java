package io.hefu.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Of the processes that share a database, one at a time is at work under one name. */
abstract class TurnsSuite extends OnOneDatabase {
    @Test
    void whatOneIsAtAnotherLeavesAlone() {
        try (HubDatabase other = HubDatabase.open(settings, TABLES)) {
            boolean ours = hub.inTurn("a", () -> {
                assertThat(other.inTurn("a", () -> {})).isFalse();
                assertThat(other.inTurn("b", () -> {})).isTrue();
            });

            assertThat(ours).isTrue();
            assertThat(other.inTurn("a", () -> {})).isTrue();
        }
    }

    @Test
    void aTurnEndsWithAFault() {
        assertThatThrownBy(() -> hub.inTurn("a", () -> {
                    throw new IllegalStateException("broken");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(hub.inTurn("a", () -> {})).isTrue();
    }

    @Test
    void aTurnEndsWithItsProcess() throws Exception {
        Process other = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx96m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Holder.class.getName(),
                        settings.url()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertThat(other.inputReader().readLine()).isEqualTo("at it");
            assertThat(hub.inTurn("a", () -> {})).isFalse();
        } finally {
            other.destroyForcibly();
        }
        assertThat(other.waitFor(60, TimeUnit.SECONDS)).isTrue();
        awaitTurn();
    }

    /** The server may hear of the death a moment later. */
    private void awaitTurn() throws InterruptedException {
        for (int look = 0; look < 600 && !hub.inTurn("a", () -> {}); look++) {
            Thread.sleep(100);
        }
        assertThat(hub.inTurn("a", () -> {})).isTrue();
    }

    /** Another process, which does not end by itself. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] url) {
            try (HubDatabase hub = HubDatabase.open(HubSettings.of(url[0]), TABLES)) {
                hub.inTurn("a", () -> {
                    System.out.println("at it");
                    sleep();
                });
            }
        }

        private static void sleep() {
            try {
                Thread.sleep(TimeUnit.MINUTES.toMillis(10));
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
