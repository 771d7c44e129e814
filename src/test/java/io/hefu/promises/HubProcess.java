package io.hefu.promises;

import io.hefu.store.CrashPoint;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A running {@link KilledHub}, and the ways to end it. */
final class HubProcess {
    private static final int KILLED = 137;
    private static final long PATIENCE_SECONDS = 600;

    private final Process process;
    private final Path errors;
    private final KillTime time;
    private final Thread listener = new Thread(this::listen, "hub-listener");
    private final CountDownLatch opening = new CountDownLatch(1);
    private final CountDownLatch open = new CountDownLatch(1);

    private HubProcess(Process process, Path errors, KillTime time) {
        this.process = process;
        this.errors = errors;
        this.time = time;
        listener.start();
    }

    /** How a hub is started; by itself it neither dies nor makes mistakes. */
    record Life(String errand, String crash, DeliberateBug bug) {
        static final Life RUN = new Life("run", "", DeliberateBug.NONE);
        static final Life REST = new Life("rest", "", DeliberateBug.NONE);

        /** To die at that point when it gets there for that time. */
        Life untilThe(int time, CrashPoint point) {
            return new Life(errand, point.id() + ":" + time, bug);
        }

        Life with(DeliberateBug mistake) {
            return new Life(errand, crash, mistake);
        }
    }

    static HubProcess start(KillWorld world, Life life) {
        try {
            Path errors = Files.createTempFile(world.home.getParent(), "hub", ".err");
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx256m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Xshare:auto",
                    "-Dhefu.crash=" + life.crash(),
                    "-Dhefu.bug="
                            + (life.bug() == DeliberateBug.NONE
                                    ? ""
                                    : life.bug().name()),
                    "-cp",
                    System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                    KilledHub.class.getName(),
                    world.home.toString(),
                    world.time.instant().toString(),
                    life.errand()));
            return new HubProcess(
                    new ProcessBuilder(command).redirectError(errors.toFile()).start(), errors, world.time);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** Tells the running hub what time it is in its world. */
    void tellTime() {
        try {
            process.outputWriter(StandardCharsets.UTF_8)
                    .append("clock " + time.instant() + "\n")
                    .flush();
        } catch (IOException died) {
            throw new UncheckedIOException(said(), died);
        }
    }

    private void listen() {
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.equals("opening")) {
                    opening.countDown();
                } else if (line.equals("open")) {
                    open.countDown();
                } else if (line.startsWith("clock ")) {
                    time.atLeast(Instant.parse(line.substring("clock ".length())));
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
        String doing = ended ? "" : threads();
        process.destroyForcibly();
        process.waitFor();
        listener.join();
        if (!ended || process.exitValue() != code) {
            throw new AssertionError((ended ? "it ended with " + process.exitValue() : "it did not end")
                    + " and not with " + code + "; it said: " + said() + doing);
        }
    }

    /** What it does that does not end. */
    private String threads() throws InterruptedException {
        try {
            Process asked = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jstack")
                                    .toString(),
                            String.valueOf(process.pid()))
                    .start();
            String text = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return text.substring(0, Math.min(text.length(), 20_000));
        } catch (IOException noTool) {
            return "";
        }
    }

    String said() {
        try {
            String text = Files.readString(errors);
            return text.length() > 4000 ? text.substring(text.length() - 4000) : text;
        } catch (IOException fault) {
            return fault.toString();
        }
    }
}
