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

    /** A judge between the points costs a hub's start each. */
    static final boolean THOROUGH = KILLS > EACH_POINT_ONCE;

    static final List<CrashPoint> READING = List.of(
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
        feeder = new Feeder(world, random, sending() + atRandomWhileSending() + 1);
        table = new KillTable(atPoints() + " kills at points and " + atRandom() + " kill -9, the hub on " + kind());
        feeder.step();
    }

    @AfterEach
    void stop() {
        world.close();
    }

    /** The points at which it is killed before any mail is due. */
    List<CrashPoint> reading() {
        return READING;
    }

    private int atPoints() {
        return THOROUGH ? KILLS : reading().size() + sending();
    }

    int atRandom() {
        return THOROUGH ? KILLS : 4;
    }

    private int atRandomWhileSending() {
        return Math.max(1, atRandom() / 4);
    }

    /** How many of the kills at points happen while mails go out. */
    private static int sending() {
        return THOROUGH ? KILLS / 4 : 1;
    }

    @Test
    void killedAtEveryPointAndAtRandomUnderLoadNothingIsLostAndNothingDoubled() throws Exception {
        List<CrashPoint> points = reading();
        for (int i = 0; i < points.size(); i++) {
            atPoint(points.get(i), share(atPoints() - sending(), points.size(), i), "");
        }
        underLoad(atRandom() - atRandomWhileSending());
        look("after these");
        beforeTheDays = false;
        int alike = THOROUGH ? sending() / 2 : 0;
        atPoint(CrashPoint.AFTER_SEND, sending() - alike, "");
        for (int i = 0; i < WHILE_SENDING.size(); i++) {
            atPoint(WHILE_SENDING.get(i), share(alike, WHILE_SENDING.size(), i), ", mails going out");
        }
        underLoad(atRandomWhileSending());
        nextDay();
        look("after these");

        System.out.println(table);
        KillJudge.Verdict verdict = KillJudge.judge(world, feeder, true);
        System.out.printf("KillProofIT: %s%n", verdict);
        assertThat(verdict.isClean())
                .as("%s, seed %d%n%s", verdict, seed, table)
                .isTrue();
        assertThat(verdict.mails()).isPositive();
        assertThat(verdict.unknown()).hasSizeLessThanOrEqualTo(sending() + atRandomWhileSending());
        assertThat(table.kills()).isEqualTo(atPoints() + atRandom());
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
        if (times > 0 && THOROUGH) {
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
