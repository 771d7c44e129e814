package io.hefu.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.hefu.store.CrashPoint;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two hubs on one PostgreSQL, which read, decide and deliver side by side, are as one: nothing is doubled, nobody waits in a
 * circle, and when one is killed the other takes up what it had begun.
 */
class SeveralHubsIT {
    private static final int ROUNDS = Math.max(1, Integer.getInteger("hefu.kills", 8) / 8);
    private static final List<CrashPoint> BEGUN =
            List.of(CrashPoint.AFTER_INTENT, CrashPoint.AFTER_REMOTE_WRITE, CrashPoint.AFTER_BIND);
    private static final Duration RESPITE = Duration.ofMinutes(2);
    private static final long PATIENCE_SECONDS = 600;

    private final long seed = Long.getLong("hefu.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @TempDir
    Path folder;

    private KillWorld world;
    private Feeder feeder;

    @BeforeEach
    void start() throws IOException, SQLException {
        world = new KillWorld(folder, KillWorld.HubKind.POSTGRESQL);
        feeder = new Feeder(world, random, 1);
        feeder.step();
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void twoHubsAreAsOneAndEachTakesUpWhatTheOtherHadBegun() throws Exception {
        HubProcess survivor = HubProcess.start(world, HubProcess.Life.RUN).awaitOpen();
        int kills = 0;
        for (int round = 0; round < ROUNDS; round++) {
            for (CrashPoint point : BEGUN) {
                HubProcess dying = HubProcess.start(world, HubProcess.Life.RUN.untilThe(1, point));
                while (!dying.isDead()) {
                    feeder.step();
                    Thread.sleep(500);
                }
                dying.awaitCrash();
                kills++;
                takesOver(survivor);
            }
            HubProcess killed = HubProcess.start(world, HubProcess.Life.RUN).awaitOpen();
            for (int step = 0; step < 10; step++) {
                feeder.step();
            }
            killed.killAfter(random.nextInt(500));
            kills++;
            takesOver(survivor);
        }
        HubProcess second = HubProcess.start(world, HubProcess.Life.RUN).awaitOpen();
        world.time.atLeast(KillWorld.DUE.atTime(2, 0).toInstant(ZoneOffset.UTC));
        survivor.tellTime();
        second.tellTime();
        awaitNone(
                "receivables without a reminder",
                "select " + feeder.receivables() + " - (select count(*) from golden where entity = 'reminder')");
        takesOver(survivor);
        survivor.killAfter(0);
        second.killAfter(0);
        HubProcess.start(world, HubProcess.Life.REST).awaitRest();

        KillJudge.Verdict verdict = KillJudge.judge(world, feeder, true);
        long deadlocks = KillServers.deadlocks(List.of(world.hub, world.erp, world.finance));
        System.out.printf(
                "SeveralHubsIT: 2 hubs, %d kills of one of them: %s, %d deadlocks%n", kills, verdict, deadlocks);
        assertThat(verdict.isClean()).as("%s, seed %d", verdict, seed).isTrue();
        assertThat(verdict.unknown()).isEmpty();
        assertThat(deadlocks).isZero();
    }

    /** Once the respite of what the dead had begun is over, the living one alone leaves nothing to be done. */
    private void takesOver(HubProcess survivor) throws Exception {
        world.time.jump(RESPITE);
        survivor.tellTime();
        awaitNone(
                "wanted and not done",
                "select (select count(*) from wanted where state in ('pending', 'intended', 'waiting'))"
                        + " + (select count(*) from wanted_load)");
    }

    private void awaitNone(String what, String question) throws Exception {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        try (Connection connection = world.hub.connect();
                Statement statement = connection.createStatement()) {
            for (long left = 1; left > 0; ) {
                Thread.sleep(100);
                try (ResultSet row = statement.executeQuery(question)) {
                    row.next();
                    left = row.getLong(1);
                }
                assertThat(System.nanoTime()).as("%s: %d left", what, left).isLessThan(until);
            }
        }
    }
}
