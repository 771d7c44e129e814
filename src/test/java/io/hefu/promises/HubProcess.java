package io.hefu.promises;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A running {@link KilledHub}, and the ways to end it. */
final class HubProcess {
    private static final int KILLED = 137;
    private static final long PATIENCE_SECONDS = 180;

    private final Process process;
    private final Path errors;
    private final Thread listener = new Thread(this::listen, "hub-listener");
    private final CountDownLatch opening = new CountDownLatch(1);
    private final CountDownLatch open = new CountDownLatch(1);

    private HubProcess(Process process, Path errors) {
        this.process = process;
        this.errors = errors;
        listener.start();
    }

    /**
     * @param crash such as {@code after-commit:3}; empty: it is not to die by itself
     * @param start the moment that its clock starts from
     */
    static HubProcess start(Path home, String crash, String start, boolean ends, DeliberateBug bug) {
        try {
            Path errors = Files.createTempFile(home.getParent(), "hub", ".err");
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx256m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Xshare:auto",
                    "-Dhefu.crash=" + crash,
                    "-Dhefu.bug=" + (bug == DeliberateBug.NONE ? "" : bug.name()),
                    "-cp",
                    System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                    KilledHub.class.getName(),
                    home.toString(),
                    start,
                    String.valueOf(ends)));
            return new HubProcess(
                    new ProcessBuilder(command).redirectError(errors.toFile()).start(), errors);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private void listen() {
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.equals("opening")) {
                    opening.countDown();
                } else if (line.equals("open")) {
                    open.countDown();
                }
            }
        } catch (IOException died) {
            return;
        }
    }

    boolean isDead() {
        return !process.isAlive();
    }

    HubProcess awaitOpening() throws InterruptedException {
        return await(opening);
    }

    HubProcess awaitOpen() throws InterruptedException {
        return await(open);
    }

    private HubProcess await(CountDownLatch sign) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!sign.await(50, TimeUnit.MILLISECONDS) && process.isAlive()) {
            if (System.nanoTime() > until) {
                process.destroyForcibly();
                throw new AssertionError("the hub did not get to work; it said: " + said());
            }
        }
        return this;
    }

    /** {@code kill -9} after that time; a hub that has died by then died of a fault of its own. */
    void killAfter(long millis) throws InterruptedException {
        if (process.waitFor(millis, TimeUnit.MILLISECONDS)) {
            throw new AssertionError("the hub ended by itself with " + process.exitValue() + "; it said: " + said());
        }
        process.destroyForcibly();
        process.waitFor();
        listener.join();
    }

    /** Waits for it to die where it was told to. */
    void awaitCrash() throws InterruptedException {
        awaitEnd(KILLED);
    }

    /** Waits for it to come to rest. */
    void awaitRest() throws InterruptedException {
        awaitEnd(0);
    }

    private void awaitEnd(int code) throws InterruptedException {
        boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        process.destroyForcibly();
        process.waitFor();
        listener.join();
        if (!ended || process.exitValue() != code) {
            throw new AssertionError((ended ? "it ended with " + process.exitValue() : "it did not end")
                    + " and not with " + code + "; it said: " + said());
        }
    }

    private String said() {
        try {
            String text = Files.readString(errors);
            return text.length() > 4000 ? text.substring(text.length() - 4000) : text;
        } catch (IOException fault) {
            return fault.toString();
        }
    }
}
