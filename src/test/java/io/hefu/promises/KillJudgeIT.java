package io.hefu.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.hefu.store.CrashPoint;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The judge of {@link KillProofIT} is no yes-man: what was lost or doubled before its eyes, it says. */
class KillJudgeIT {
    @TempDir
    Path folder;

    private KillWorld world;
    private Feeder feeder;

    @BeforeEach
    void start() throws IOException, SQLException {
        world = new KillWorld(folder, KillWorld.HubKind.SQLITE);
        feeder = new Feeder(world, new Random(7), 1);
        feeder.step();
        feeder.step();
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void whatIsInjectedIsReported() throws Exception {
        rest(DeliberateBug.NONE);
        assertThat(judge().lost())
                .as("no reminder was sent, and none is said to be unknown")
                .containsExactlyInAnyOrder("mail YS-00001", "mail YS-00002");
        due();
        rest(DeliberateBug.NONE);
        assertThat(judge().isClean()).as("%s", judge()).isTrue();

        KillWorld.execute(world.finance, "insert into client select * from client where code = 'C000003'");
        assertThat(judge().doubled()).containsExactly("finance C000003");
        world.shop.make("C000004", "客户4号");
        assertThat(judge().doubled()).contains("shop C000004");
        KillWorld.execute(world.crm, "delete from account where number = 'C000005'");
        assertThat(judge().lost()).singleElement().asString().startsWith("crm C000005");
        KillWorld.execute(world.crm, "update account set name = 'old' where number = 'C000006'");
        assertThat(judge().lost()).anyMatch(what -> what.startsWith("crm C000006"));
        SmtpRecorder.Taken again = world.mails.taken().get(0);
        world.mails.take(again);
        assertThat(judge().doubled()).contains("mail " + KillJudge.receivable(again.subject()));
        KillWorld.execute(
                world.hub,
                "insert into golden select randomblob(16), entity, version, dictionary_number, null, null, null,"
                        + " deleted, document from golden where entity = 'customer' limit 1");
        assertThat(judge().doubled()).contains("hub: 11 of 10 erp/customer");
        KillWorld.execute(world.hub, "delete from link where system = 'erp' and record_key = '2'");
        assertThat(judge().lost()).contains("hub: 9 of 10 erp/customer");
    }

    @Test
    void theJudgeFindsWhatAHubDoublesThatSendsAgain() throws Exception {
        // What it made in finance it finds there, since it looks before it creates; a mail server cannot be asked.
        crash(2, CrashPoint.AFTER_REMOTE_WRITE);
        rest(DeliberateBug.SENDS_AGAIN);
        due();
        crash(1, CrashPoint.AFTER_SEND);
        rest(DeliberateBug.SENDS_AGAIN);

        assertThat(judge().doubled())
                .noneMatch(what -> what.startsWith("finance"))
                .anyMatch(what -> what.startsWith("mail"));
    }

    @Test
    void theJudgeFindsWhatAHubLosesThatTakesTheBegunForDone() throws Exception {
        crash(2, CrashPoint.AFTER_INTENT);
        rest(DeliberateBug.TAKES_FOR_DONE);

        assertThat(judge().lost()).anyMatch(what -> what.startsWith("finance"));
    }

    private KillJudge.Verdict judge() throws SQLException {
        return KillJudge.judge(world, feeder, true);
    }

    private void due() {
        world.time.atLeast(KillWorld.DUE.atTime(2, 0).toInstant(java.time.ZoneOffset.UTC));
    }

    private void crash(int time, CrashPoint point) throws InterruptedException {
        HubProcess.start(world, HubProcess.Life.REST.untilThe(time, point)).awaitCrash();
    }

    private void rest(DeliberateBug bug) throws InterruptedException {
        HubProcess.start(world, HubProcess.Life.REST.with(bug)).awaitRest();
    }
}
