package io.hefu.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.hefu.store.CrashPoint;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Promise 11: kill it anywhere, and nothing is lost and nothing doubled. The hub is killed at every named point and by {@code
 * kill -9} under load, some of them while it recovers; the judge stands outside. {@code -Dhefu.kills=100} kills it 100
 * times at the points and 100 times at random.
 */
class KillProofIT {
    private static final int EACH_POINT_ONCE = 8;
    private static final int KILLS = Integer.getInteger("hefu.kills", EACH_POINT_ONCE);
    private static final List<CrashPoint> READING = List.of(
            CrashPoint.AFTER_READ,
            CrashPoint.AFTER_IDENTIFY,
            CrashPoint.AFTER_COMMIT,
            CrashPoint.AFTER_INTENT,
            CrashPoint.AFTER_REMOTE_WRITE,
            CrashPoint.AFTER_BIND,
            CrashPoint.AFTER_CONFIRM);
    private static final List<CrashPoint> SENDING =
            List.of(CrashPoint.AFTER_SEND, CrashPoint.AFTER_INTENT, CrashPoint.AFTER_BIND, CrashPoint.AFTER_COMMIT);
    private static final int LATEST = 4;

    private final long seed = Long.getLong("hefu.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @TempDir
    Path folder;

    private KillWorld world;
    private Feeder feeder;

    /** A receivable that is first read on its day is due before its clock was set: no mail is promised of it. */
    private boolean beforeTheDay = true;

    @BeforeEach
    void start() throws IOException, SQLException {
        world = new KillWorld(folder);
        feeder = new Feeder(world, random);
        feeder.step();
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void killedAtEveryPointAndAtRandomUnderLoadNothingIsLostAndNothingDoubled() throws Exception {
        int reading = KILLS <= EACH_POINT_ONCE ? KILLS - 1 : KILLS * 3 / 4;
        killAgainAndAgain(reading, READING, KillWorld.BEFORE_DUE);
        readEverything();
        killAgainAndAgain(KILLS - reading, SENDING, KillWorld.ON_DUE);
        rest(KillWorld.ON_DUE, DeliberateBug.NONE);

        KillJudge.Verdict verdict = KillJudge.judge(world, feeder);
        System.out.printf("KillProofIT: %d kills at points, %d kill -9: %s%n", KILLS, KILLS, verdict);
        assertThat(verdict.isClean()).as("%s, seed %d", verdict, seed).isTrue();
        assertThat(verdict.mails()).isPositive();
    }

    private void killAgainAndAgain(int times, List<CrashPoint> points, String start) throws Exception {
        for (int kill = 0; kill < times; kill++) {
            crash(points.get(kill % points.size()), start, DeliberateBug.NONE);
            killUnderLoad(start);
        }
    }

    @Test
    void theJudgeFindsWhatAHubDoublesThatSendsAgain() throws Exception {
        // the first write of a round goes to the CRM, which is read and would be found; the second to finance
        crash(CrashPoint.AFTER_REMOTE_WRITE, 2, KillWorld.BEFORE_DUE, DeliberateBug.SENDS_AGAIN);
        rest(KillWorld.BEFORE_DUE, DeliberateBug.SENDS_AGAIN);
        unfed(CrashPoint.AFTER_SEND, KillWorld.ON_DUE, DeliberateBug.SENDS_AGAIN);
        rest(KillWorld.ON_DUE, DeliberateBug.SENDS_AGAIN);

        assertThat(KillJudge.judge(world, feeder).doubled())
                .anyMatch(what -> what.startsWith("finance"))
                .anyMatch(what -> what.startsWith("mail"));
    }

    @Test
    void theJudgeFindsWhatAHubLosesThatTakesTheBegunForDone() throws Exception {
        crash(CrashPoint.AFTER_INTENT, 1, KillWorld.BEFORE_DUE, DeliberateBug.TAKES_FOR_DONE);
        rest(KillWorld.BEFORE_DUE, DeliberateBug.TAKES_FOR_DONE);

        assertThat(KillJudge.judge(world, feeder).lost())
                .anyMatch(what -> what.startsWith("crm") || what.startsWith("finance"));
    }

    /** Nothing but mails is left to be sent. */
    private void unfed(CrashPoint point, String start, DeliberateBug bug) throws InterruptedException {
        HubProcess.start(world.home, point.id() + ":1", start, false, bug).awaitCrash();
    }

    private void crash(CrashPoint point, String start, DeliberateBug bug) throws Exception {
        crash(point, 1 + random.nextInt(LATEST), start, bug);
    }

    /** The feeder gives it work until it dies. */
    private void crash(CrashPoint point, int time, String start, DeliberateBug bug) throws Exception {
        HubProcess hub = HubProcess.start(world.home, point.id() + ":" + time, start, false, bug);
        feedUntil(hub::isDead, 100);
        hub.awaitCrash();
    }

    /** Often it is killed while it still opens. */
    private void killUnderLoad(String start) throws Exception {
        HubProcess hub = HubProcess.start(world.home, "", start, false, DeliberateBug.NONE);
        if (random.nextInt(3) == 0) {
            hub.awaitOpening().killAfter(random.nextInt(2_000));
            return;
        }
        hub.awaitOpen();
        for (int step = 0; step < 5; step++) {
            feed();
        }
        hub.killAfter(random.nextInt(600));
    }

    private interface Condition {
        boolean holds();
    }

    private void feedUntil(Condition enough, int most) throws Exception {
        for (int step = 0; step < most && !enough.holds(); step++) {
            feed();
            Thread.sleep(200);
        }
    }

    private void feed() throws SQLException {
        if (beforeTheDay) {
            feeder.step();
        } else {
            feeder.customersOnly();
        }
    }

    /** All receivables must be known before the day on which they are due. */
    private void readEverything() throws InterruptedException {
        rest(KillWorld.BEFORE_DUE, DeliberateBug.NONE);
        beforeTheDay = false;
    }

    private void rest(String start, DeliberateBug bug) throws InterruptedException {
        HubProcess.start(world.home, "", start, true, bug).awaitRest();
    }
}
