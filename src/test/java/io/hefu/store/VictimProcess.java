package io.hefu.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A running {@link DurabilityVictim}, what it has acknowledged, and the ways to end it. */
final class VictimProcess {

    private static final Pattern ACKNOWLEDGED = Pattern.compile("ack (\\d+)\\.");
    private static final int KILLED = 137;
    private static final long PATIENCE_SECONDS = 60;

    private final Process process;
    private final Thread listener;
    private final Path errors;
    private final CountDownLatch opening = new CountDownLatch(1);
    private final CountDownLatch atWork = new CountDownLatch(1);

    private VictimProcess(Process process, Path errors, Set<Long> acknowledged) {
        this.process = process;
        this.errors = errors;
        this.listener = new Thread(() -> listen(acknowledged));
        listener.start();
    }

    static VictimProcess start(
            HubSettings settings, long first, String crash, boolean tooEarly, Path folder, Set<Long> acknowledged) {
        try {
            Path errors = Files.createTempFile(folder, "victim", ".err");
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx96m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Dhefu.crash=" + crash,
                    "-cp",
                    System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                    DurabilityVictim.class.getName(),
                    settings.url(),
                    String.valueOf(first),
                    String.valueOf(tooEarly)));
            Process process =
                    new ProcessBuilder(command).redirectError(errors.toFile()).start();
            return new VictimProcess(process, errors, acknowledged);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen(Set<Long> acknowledged) {
        try (BufferedReader reader = process.inputReader()) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                hear(line, acknowledged);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void hear(String line, Set<Long> acknowledged) {
        Matcher matcher = ACKNOWLEDGED.matcher(line);
        if (matcher.matches()) {
            acknowledged.add(Long.parseLong(matcher.group(1)));
            atWork.countDown();
        } else if (line.equals("opening")) {
            opening.countDown();
        }
    }

    VictimProcess awaitOpening() throws InterruptedException {
        return await(opening);
    }

    VictimProcess awaitWork() throws InterruptedException {
        return await(atWork);
    }

    private VictimProcess await(CountDownLatch sign) throws InterruptedException {
        assertThat(sign.await(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .as("the victim got to work; it said: %s", said())
                .isTrue();
        return this;
    }

    /** {@code kill -9}, after that time. */
    void killAfter(long millis) throws InterruptedException {
        Thread.sleep(millis);
        assertThat(process.isAlive())
                .as("alive until killed; it said: %s", said())
                .isTrue();
        process.destroyForcibly();
        awaitEnd();
    }

    /** Waits until it is dead and all it said is heard. */
    void awaitEnd() throws InterruptedException {
        boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        process.destroyForcibly();
        listener.join();
        assertThat(ended).as("died by itself; it said: %s", said()).isTrue();
        assertThat(process.exitValue()).as("killed; it said: %s", said()).isEqualTo(KILLED);
    }

    private String said() {
        try {
            return Files.readString(errors);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
