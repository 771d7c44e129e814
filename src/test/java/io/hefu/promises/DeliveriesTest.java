package io.hefu.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hefu.definition.Text;
import io.hefu.delivery.Told;
import io.hefu.delivery.Wanted;
import io.hefu.delivery.WantedState;
import io.hefu.systems.SystemFault;
import io.hefu.systems.WriteOperation;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Promises 2 and 11 where the hub tells its targets: each thing once, through every fault. */
class DeliveriesTest extends DeliveryStories {
    @Test
    void aTargetLearnsOfANewRecord() {
        customer("1", "C1", "蓝海电子");
        try (TestHub hub = trade.hub()) {
            hub.read("erp", "customer");

            assertThat(hub.deliver("finance", "customer").created()).isEqualTo(1);
            assertThat(trade.finance.value("select name from client where code = 'C1'"))
                    .isEqualTo("蓝海电子");
        }
    }

    @Test
    void deliveringTwiceChangesNothing() {
        customer("1", "C1", "蓝海电子");
        try (TestHub hub = trade.hub()) {
            hub.read("erp", "customer");
            hub.deliver("finance", "customer");

            assertThat(hub.deliver("finance", "customer")).isEqualTo(Told.NOTHING);
            assertThat(trade.finance.rows("client")).hasSize(1);
        }
    }

    @Test
    void aChangeReachesTheTarget() {
        customer("1", "C1", "蓝海电子");
        try (TestHub hub = trade.hub()) {
            hub.settle();
            trade.erp.change("customer", "1", "phone", "110");
            hub.settle();

            assertThat(trade.finance.value("select phone from client")).isEqualTo("110");
            assertThat(trade.crm.value("select phone from account")).isEqualTo("110");
        }
    }

    @Test
    void aLoadOfManyReachesTheTargetWhole() {
        IntStream.range(0, 1200).forEach(i -> customer("k" + i, "C" + i, "公司" + i));
        trade.edit("mappings/erp/customer.mapping.yaml", "batch: 100", "batch: 500");
        try (TestHub hub = trade.hub()) {
            hub.read("erp", "customer");

            assertThat(hub.deliver("finance", "customer").created()).isEqualTo(1200);
            assertThat(trade.finance.rows("client")).hasSize(1200);
        }
    }

    @Test
    void moreThanARoundOfWishesThatCameToNothingHoldsUpNoOther() {
        trade.edit("mappings/erp/customer.mapping.yaml", "batch: 100", "batch: 150");
        IntStream.range(0, 900).forEach(i -> customer("k" + i, "C" + i, "公司" + i));
        try (TestHub hub = trade.hub()) {
            hub.read("erp", "customer");
            trade.erp.execute(
                    "update customer set name = name || '有限公司', number = case when id < 'k8' then 'SECRET' || id else number end");
            hub.read("erp", "customer");

            hub.deliver("finance", "customer");

            assertThat(hub.books().wanted().counts().stream()
                            .filter(count -> count.target().equals("finance")))
                    .isEmpty();
        }
    }

    @Test
    void theNewestWantedVersionWins() {
        customer("1", "C1", "旧名");
        try (TestHub hub = trade.hub()) {
            hub.read("erp", "customer");
            trade.erp.change("customer", "1", "name", "新名");
            hub.read("erp", "customer");
            hub.deliver("finance", "customer");

            assertThat(hub.system("finance").sent()).hasSize(1);
            assertThat(trade.finance.value("select name from client")).isEqualTo("新名");
        }
    }

    @Test
    void aRejectedRecordBlocksItselfAlone() {
        trade.finance.execute("create trigger picky before insert on client when new.code = 'C1' begin"
                + " select raise(abort, 'C1 is not welcome'); end");
        customer("1", "C1", "蓝海电子");
        customer("2", "C2", "远洋");
        try (TestHub hub = trade.hub()) {
            hub.read("erp", "customer");
            hub.deliver("finance", "customer");

            assertThat(trade.finance.rows("client"))
                    .extracting(row -> row.get("code"))
                    .containsExactly("C2");
            assertThat(wanted(hub, "C1", "finance")).extracting(Wanted::state).containsExactly(WantedState.FAILED);
        }
    }

    @Test
    void aNewerVersionOfARejectedRecordIsTriedAgain() {
        trade.finance.execute("create trigger picky before insert on client when new.name = '坏名' begin"
                + " select raise(abort, 'bad name'); end");
        customer("1", "C1", "坏名");
        try (TestHub hub = trade.hub()) {
            hub.read("erp", "customer");
            hub.deliver("finance", "customer");
            trade.erp.change("customer", "1", "name", "好名");
            hub.read("erp", "customer");
            hub.deliver("finance", "customer");

            assertThat(trade.finance.value("select name from client")).isEqualTo("好名");
        }
    }

    @Test
    void aTargetThatIsAwayLosesNothingAndNothingFails() {
        customer("1", "C1", "蓝海电子");
        try (TestHub hub = trade.hub()) {
            hub.read("erp", "customer");
            hub.system("finance").twist((rows, write) -> {
                throw new SystemFault("finance", SystemFault.Kind.FATAL, Text.of("密码不对", "wrong password"), Text.NONE);
            });
            assertThatThrownBy(() -> hub.deliver("finance", "customer")).isInstanceOf(SystemFault.class);
            assertThat(wanted(hub, "C1", "finance")).extracting(Wanted::state).containsExactly(WantedState.PENDING);

            trade.clock.forward(Duration.ofMinutes(1));
            assertThat(hub.deliver("finance", "customer").created()).isEqualTo(1);
        }
    }

    @Test
    void aLoadMeetsATargetThatIsAwayAndStaysWanted() {
        IntStream.range(0, 300).forEach(i -> customer("k" + i, "C" + i, "公司" + i));
        trade.edit("mappings/erp/customer.mapping.yaml", "batch: 100", "batch: 500");
        try (TestHub hub = trade.hub()) {
            hub.read("erp", "customer");
            hub.system("finance").unreachable(true);
            assertThatThrownBy(() -> hub.deliver("finance", "customer")).isInstanceOf(SystemFault.class);

            hub.system("finance").unreachable(false);
            assertThat(hub.deliver("finance", "customer").created()).isEqualTo(300);
        }
    }

    @Test
    void aCreateWhoseAnswerWasLostIsFoundAgain() {
        customer("1", "C1", "蓝海电子");
        try (TestHub hub = trade.hub()) {
            hub.read("erp", "customer");
            hub.system("finance").loseNextAnswer();
            hub.deliver("finance", "customer");
            trade.clock.forward(Duration.ofMinutes(1));
            hub.deliver("finance", "customer");

            assertThat(trade.finance.rows("client")).hasSize(1);
            assertThat(hub.link("finance", "customer", "C1").uid())
                    .isEqualTo(hub.golden("customer", "C1").uid());
            assertThat(wanted(hub, "C1", "finance")).isEmpty();
        }
    }

    @Test
    void aCreateOfWhichNothingArrivedIsSentAgain() {
        customer("1", "C1", "蓝海电子");
        try (TestHub hub = trade.hub()) {
            hub.read("erp", "customer");
            hub.system("finance").swallowNextWrite();
            hub.deliver("finance", "customer");
            trade.clock.forward(Duration.ofMinutes(1));
            hub.deliver("finance", "customer");

            assertThat(trade.finance.rows("client")).hasSize(1);
        }
    }

    @Test
    void aCreateThatNobodyCanAskAboutIsUnknownAndNeverSentAgainByItself() {
        customer("1", "C1", "蓝海电子");
        try (TestHub hub = trade.hub()) {
            hub.read("erp", "customer");
            hub.system("finance").cannotFind();
            hub.system("finance").swallowNextWrite();
            hub.deliver("finance", "customer");
            trade.clock.forward(Duration.ofDays(30));
            hub.deliver("finance", "customer");

            assertThat(hub.system("finance").sent()).hasSize(1);
            assertThat(wanted(hub, "C1", "finance")).extracting(Wanted::state).containsExactly(WantedState.UNKNOWN);
        }
    }

    @Test
    void aTargetThatIsStillAtWorkWhenTheHubDiesIsNotToldAgain() {
        customer("1", "C1", "蓝海电子");
        try (TestHub hub = trade.hub()) {
            hub.read("erp", "customer");
            hub.read("crm", "customer");
            hub.system("crm").dieBeforeNextWrite();
            assertThatThrownBy(() -> hub.deliver("crm", "customer")).isInstanceOf(ScriptedSystem.Killed.class);
        }
        assertToldOnceThoughItArrivesLate();
    }

    @Test
    void aTargetThatIsStillAtWorkWhenItsAnswerIsGivenUpIsNotToldAgain() {
        customer("1", "C1", "蓝海电子");
        try (TestHub hub = trade.hub()) {
            hub.read("erp", "customer");
            hub.read("crm", "customer");
            hub.system("crm").swallowNextWrite();
            hub.deliver("crm", "customer");
        }
        assertToldOnceThoughItArrivesLate();
    }

    private void assertToldOnceThoughItArrivesLate() {
        try (TestHub hub = trade.hub()) {
            trade.clock.forward(Duration.ofSeconds(30));
            hub.deliver("crm", "customer");
            trade.crm.put("account", "number", "C1", "name", "蓝海电子");
            trade.clock.forward(Duration.ofSeconds(30));
            hub.deliver("crm", "customer");

            assertThat(trade.crm.rows("account")).hasSize(1);
            assertThat(wanted(hub, "C1", "crm")).isEmpty();
        }
    }

    @Test
    void aCrashBetweenIntentAndWriteLosesNothing() {
        customer("1", "C1", "蓝海电子");
        crash(hub -> hub.system("finance").dieBeforeNextWrite());
        try (TestHub hub = trade.hub()) {
            hub.deliver("finance", "customer");

            assertThat(trade.finance.rows("client")).hasSize(1);
            assertThat(wanted(hub, "C1", "finance")).isEmpty();
        }
    }

    @Test
    void aCrashBetweenWriteAndBindDoublesNothing() {
        customer("1", "C1", "蓝海电子");
        crash(hub -> hub.system("finance").dieAfterNextWrite());
        try (TestHub hub = trade.hub()) {
            hub.deliver("finance", "customer");

            assertThat(hub.system("finance").sent())
                    .extracting(ScriptedSystem.Sent::operation)
                    .doesNotContain(WriteOperation.CREATE);
            assertThat(hub.link("finance", "customer", "C1").present()).isTrue();
        }
    }

    @Test
    void aChangeThatCameWhileACreateWasInDoubtReachesTheTarget() {
        customer("1", "C1", "旧名");
        crash(hub -> hub.system("finance").dieAfterNextWrite());
        try (TestHub hub = trade.hub()) {
            trade.erp.change("customer", "1", "name", "新名");
            hub.read("erp", "customer");
            hub.deliver("finance", "customer");

            assertThat(trade.finance.value("select name from client")).isEqualTo("新名");
        }
    }

    @Test
    void aRecordDeletedWhileItsCreateWasInDoubtIsDeletedInTheTargetToo() {
        customer("1", "C1", "蓝海电子");
        try (TestHub hub = trade.hub()) {
            hub.read("erp", "customer");
            hub.read("crm", "customer");
            hub.system("crm").dieAfterNextWrite();
            assertThatThrownBy(() -> hub.deliver("crm", "customer")).isInstanceOf(ScriptedSystem.Killed.class);
        }
        trade.clock.forward(Duration.ofMinutes(5));
        try (TestHub hub = trade.hub()) {
            trade.erp.delete("customer", "id = '1'");
            hub.sweep("erp", "customer");
            hub.deliver("crm", "customer");

            assertThat(trade.crm.rows("account")).isEmpty();
        }
    }

    @Test
    void aLoadThatWasBrokenOffIsFoundAgainRecordByRecord() {
        trade.edit("mappings/erp/customer.mapping.yaml", "batch: 100", "batch: 500");
        IntStream.range(0, 300).forEach(i -> customer("k" + i, "C" + i, "公司" + i));
        crash(hub -> hub.system("finance").twist((rows, write) -> {
            write.write();
            throw new ScriptedSystem.Killed();
        }));
        trade.finance.execute("delete from client where code like 'C1%'");
        try (TestHub hub = trade.hub()) {
            hub.deliver("finance", "customer");
            trade.clock.forward(Duration.ofMinutes(5));
            hub.deliver("finance", "customer");

            assertThat(trade.finance.rows("client")).hasSize(300);
            assertThat(hub.books().crosswalk().countPresent("finance", "customer"))
                    .isEqualTo(300);
        }
    }

    private void crash(java.util.function.Consumer<TestHub> where) {
        try (TestHub hub = trade.hub()) {
            hub.read("erp", "customer");
            where.accept(hub);
            assertThatThrownBy(() -> hub.deliver("finance", "customer")).isInstanceOf(ScriptedSystem.Killed.class);
        }
        trade.clock.forward(Duration.ofMinutes(5));
    }
}
