package io.hefu.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.hefu.store.DurabilityJudge.Verdict;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Promise 11 at its root: what was acknowledged after a commit is there after the process was killed, and no
 * transaction is there in part. {@code -Dhefu.kills=100} kills more often.
 */
abstract class DurabilitySuite {

    private static final int KILLS = Integer.getInteger("hefu.kills", 12);
    private static final long NUMBERS_A_LIFE = 1_000_000;

    private final long seed = Long.getLong("hefu.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final Set<Long> acknowledged = ConcurrentHashMap.newKeySet();
    private HubSettings settings;
    private int lives;

    @TempDir
    Path folder;

    abstract HubSettings anEmptyDatabase();

    @BeforeEach
    void choose() {
        settings = anEmptyDatabase();
    }

    @Test
    void haltedAfterCommitNothingIsLost() throws InterruptedException {
        haltAt(CrashPoint.AFTER_COMMIT);
    }

    @Test
    void haltedAfterSendNothingIsLost() throws InterruptedException {
        haltAt(CrashPoint.AFTER_SEND);
    }

    private void haltAt(CrashPoint point) throws InterruptedException {
        for (int kill = 0; kill < Math.max(1, KILLS / 4); kill++) {
            start(point.id() + ":" + (1 + random.nextInt(400)), false).awaitEnd();
            judge();
        }
        report("halts at " + point.id());
    }

    @Test
    void killedAtAnyMomentAndAgainWhileRecoveringNothingIsLost() throws InterruptedException {
        for (int kill = 0; kill < Math.max(2, KILLS / 2); kill += 2) {
            start("", false).awaitWork().killAfter(random.nextInt(300));
            start("", false).awaitOpening().killAfter(random.nextInt(700));
            judge();
        }
        report("kill -9, every second one while recovering");
    }

    @Test
    void theJudgeFindsTheLossesOfAVictimThatAcknowledgesTooEarly() throws InterruptedException {
        start(CrashPoint.AFTER_SEND.id() + ":25", true).awaitEnd();
        start("", true).awaitWork().killAfter(50);

        Verdict verdict = DurabilityJudge.judge(settings, acknowledged);

        assertThat(verdict.lost()).as("%s, seed %d", verdict, seed).isPositive();
        assertThat(verdict.torn()).as("%s, seed %d", verdict, seed).isZero();
    }

    private VictimProcess start(String crash, boolean tooEarly) {
        return VictimProcess.start(settings, NUMBERS_A_LIFE * lives++, crash, tooEarly, folder, acknowledged);
    }

    private void report(String how) {
        Verdict verdict = DurabilityJudge.judge(settings, acknowledged);
        assertThat(verdict.acknowledged()).isPositive();
        System.out.printf("%s: %d kills (%s): %s%n", getClass().getSimpleName(), lives, how, verdict);
    }

    private void judge() {
        Verdict verdict = DurabilityJudge.judge(settings, acknowledged);
        assertThat(verdict.lost()).as("lost: %s, seed %d", verdict, seed).isZero();
        assertThat(verdict.torn()).as("torn: %s, seed %d", verdict, seed).isZero();
    }
}
