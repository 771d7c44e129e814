package io.hefu.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.hefu.store.CrashPoint;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Promise 11: kill it anywhere, and nothing is lost and nothing doubled. The hub is killed at every named point and by {@code
 * kill -9} under load, some of them while it opens or recovers; the judge stands outside. {@code -Dhefu.kills=100} kills it
 * 100 times at the points and 100 times at random. docs/reliability.md says more.
 */
class KillProofIT {
    private static final int EACH_POINT_ONCE = 8;
    private static final int KILLS = Integer.getInteger("hefu.kills", EACH_POINT_ONCE);
    private static final int AT_RANDOM = KILLS <= EACH_POINT_ONCE ? 4 : KILLS;

    /** A judge between the points costs a hub's start each. */
    private static final boolean LOOKS_OFTEN = KILLS > EACH_POINT_ONCE;

    private static final List<CrashPoint> READING = List.of(
            CrashPoint.AFTER_READ,
            CrashPoint.AFTER_IDENTIFY,
            CrashPoint.AFTER_COMMIT,
            CrashPoint.AFTER_INTENT,
            CrashPoint.AFTER_REMOTE_WRITE,
            CrashPoint.AFTER_BIND,
            CrashPoint.AFTER_CONFIRM);
    private static final List<CrashPoint> WHILE_SENDING =
            List.of(CrashPoint.AFTER_INTENT, CrashPoint.AFTER_BIND, CrashPoint.AFTER_COMMIT, CrashPoint.AFTER_CONFIRM);
    private static final int LATEST = 4;

    /** After these the feeder slows down, so that a slow machine is not fed more than it can digest. */
    private static final int QUICK_STEPS = 20;

    private static final int MOST_STEPS = 600;
    private static final Duration RESPITE = Duration.ofMinutes(2);

    private final long seed = Long.getLong("hefu.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @TempDir
    Path folder;

    private KillWorld world;
    private Feeder feeder;
    private KillTable table;

    /** The days on which receivables fall due: each kill while mails go out has one of its own. */
    private int day;

    /** A receivable that is first read on its day is due before its clock was set: no mail is promised of it. */
    private boolean beforeTheDays = true;

    KillWorld.HubKind kind() {
        return KillWorld.HubKind.SQLITE;
    }

    @BeforeEach
    void start() throws IOException, SQLException {
        world = new KillWorld(folder, kind());
        feeder = new Feeder(world, random, sending() + AT_RANDOM / 4 + 1);
        table = new KillTable(KILLS + " kills at points and " + AT_RANDOM + " kill -9, the hub on " + kind());
        feeder.step();
    }

    @AfterEach
    void stop() {
        world.close();
    }

    /** How many of the kills at points happen while mails go out. */
    private static int sending() {
        return LOOKS_OFTEN ? KILLS / 4 : 1;
    }

    @Test
    void killedAtEveryPointAndAtRandomUnderLoadNothingIsLostAndNothingDoubled() throws Exception {
        int reading = KILLS - sending();
        for (int i = 0; i < READING.size(); i++) {
            atPoint(READING.get(i), share(reading, READING.size(), i), "");
        }
        underLoad(AT_RANDOM - AT_RANDOM / 4);
        look("after these");
        beforeTheDays = false;
        int alike = LOOKS_OFTEN ? sending() / 2 : 0;
        atPoint(CrashPoint.AFTER_SEND, sending() - alike, "");
        for (int i = 0; i < WHILE_SENDING.size(); i++) {
            atPoint(WHILE_SENDING.get(i), share(alike, WHILE_SENDING.size(), i), ", mails going out");
        }
        underLoad(AT_RANDOM / 4);
        nextDay();
        look("after these");

        System.out.println(table);
        KillJudge.Verdict verdict = KillJudge.judge(world, feeder, true);
        System.out.printf("KillProofIT: %s%n", verdict);
        assertThat(verdict.isClean())
                .as("%s, seed %d%n%s", verdict, seed, table)
                .isTrue();
        assertThat(verdict.mails()).isPositive();
        assertThat(verdict.unknown()).hasSizeLessThanOrEqualTo(sending() + AT_RANDOM / 4);
        assertThat(table.kills()).isEqualTo(KILLS + AT_RANDOM);
    }

    private static int share(int all, int parts, int part) {
        return all / parts + (part < all % parts ? 1 : 0);
    }

    private void atPoint(CrashPoint point, int times, String when) throws Exception {
        for (int kill = 0; kill < times; kill++) {
            timePasses();
            HubProcess hub = HubProcess.start(world, HubProcess.Life.RUN.untilThe(1 + random.nextInt(LATEST), point));
            for (int step = 0; step < MOST_STEPS && !hub.isDead(); step++) {
                feed();
                Thread.sleep(step < QUICK_STEPS ? 200 : 1000);
            }
            hub.awaitCrash();
        }
        line(point.id() + when, times);
    }

    /** Some of them while it opens. */
    private void underLoad(int times) throws Exception {
        for (int kill = 0; kill < times; kill++) {
            timePasses();
            HubProcess hub = HubProcess.start(world, HubProcess.Life.RUN);
            if (kill % 4 == 3) {
                hub.awaitOpening().killAfter(random.nextInt(2_000));
                continue;
            }
            hub.awaitOpen();
            for (int step = 0; step < 5; step++) {
                feed();
            }
            hub.killAfter(random.nextInt(600));
        }
        line("kill -9 under load" + (beforeTheDays ? "" : ", mails going out"), times);
    }

    private void line(String kills, int times) throws Exception {
        if (times > 0 && LOOKS_OFTEN) {
            rest();
            table.add(kills, times, KillJudge.judge(world, feeder, false));
        } else if (times > 0) {
            table.add(kills, times);
        }
    }

    private void look(String found) throws Exception {
        rest();
        table.add(found, 0, KillJudge.judge(world, feeder, !beforeTheDays));
    }

    private void rest() throws InterruptedException {
        HubProcess.start(world, HubProcess.Life.REST).awaitRest();
    }

    private void feed() throws SQLException {
        if (beforeTheDays) {
            feeder.step();
        } else {
            feeder.customersOnly();
        }
    }

    /** Now and then the hub starts again only when nobody respects any more what it had begun. */
    private void timePasses() {
        if (!beforeTheDays) {
            nextDay();
        } else if (random.nextBoolean()) {
            world.time.jump(RESPITE);
        }
    }

    private void nextDay() {
        Instant morning = KillWorld.DUE.plusDays(day).atTime(2, 0).toInstant(ZoneOffset.UTC);
        world.time.atLeast(morning);
        day++;
    }
}
