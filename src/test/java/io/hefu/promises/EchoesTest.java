package io.hefu.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.hefu.delivery.WantedState;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the hub wrote is not read back as news, and what a person changes in a target is not overwritten unseen. */
class EchoesTest {
    @TempDir
    Path folder;

    private Trade trade;

    @BeforeEach
    void company() {
        trade = new Trade(folder);
        trade.erp.put("customer", "id", "1", "number", "C1", "name", "蓝海电子", "phone", "0755-86000001", "city", "深圳");
    }

    @Test
    void aWriteIsNotReadBackAsNews() {
        try (TestHub hub = trade.hub()) {
            hub.read("erp", "customer");
            hub.deliver("crm", "customer");

            assertThat(hub.read("crm", "customer").applied()).isZero();
        }
    }

    @Test
    void twoSystemsComeToRest() {
        trade.crm.put("account", "number", "C1", "name", "蓝海", "phone", "222", "city", "广州");
        try (TestHub hub = trade.hub()) {
            hub.settle();

            assertThat(trade.crm.value("select phone from account")).isEqualTo("0755-86000001");
            assertThat(hub.settle()).isEqualTo(1);
        }
    }

    @Test
    void aTargetThatCutsWhatItGetsIsNotWrittenToForever() {
        trade.crm.execute("create trigger cutting after update of phone on account when length(new.phone) > 6 begin"
                + " update account set phone = substr(new.phone, 1, 6) where id = new.id; end");
        trade.crm.put("account", "number", "C1", "name", "蓝海", "phone", "222");
        try (TestHub hub = trade.hub()) {
            hub.settle();

            assertThat(hub.system("crm").sent()).hasSize(1);
            assertThat(hub.value("customer", "C1", "phone")).contains("0755-86000001");
        }
    }

    @Test
    void whatATargetCutIsNotTakenForItsWordWhenAPersonChangesSomethingElseThere() {
        trade.crm.execute("create trigger cutting after update of phone on account when length(new.phone) > 6 begin"
                + " update account set phone = substr(new.phone, 1, 6) where id = new.id; end");
        trade.crm.put("account", "number", "C1", "name", "蓝海", "phone", "222");
        try (TestHub hub = trade.hub()) {
            hub.settle();
            trade.crm.change("account", 1, "level", "A");
            hub.settle();

            assertThat(hub.value("customer", "C1", "level")).contains("A");
            assertThat(hub.value("customer", "C1", "phone")).contains("0755-86000001");
        }
    }

    @Test
    void aSystemThatSaysOtherwiseIsCorrected() {
        try (TestHub hub = trade.hub()) {
            hub.settle();
            trade.crm.change("account", 1, "phone", "999");
            hub.settle();

            assertThat(trade.crm.value("select phone from account")).isEqualTo("0755-86000001");
        }
    }

    @Test
    void whatAPersonChangedInTheTargetUnseenIsReadBeforeItIsWritten() {
        try (TestHub hub = trade.hub()) {
            hub.settle();
            trade.erp.change("customer", "1", "phone", "110");
            hub.read("erp", "customer");
            trade.crm.change("account", 1, "level", "A");

            hub.deliver("crm", "customer");

            assertThat(trade.crm.value("select phone from account")).isEqualTo("0755-86000001");
            assertThat(hub.books().wanted().of(hub.golden("customer", "C1").uid()))
                    .extracting(wish -> wish.state())
                    .contains(WantedState.PENDING);
        }
    }

    @Test
    void onceTheChangeInTheTargetIsReadTheWriteGoesOn() {
        try (TestHub hub = trade.hub()) {
            hub.settle();
            trade.erp.change("customer", "1", "phone", "110");
            hub.read("erp", "customer");
            trade.crm.change("account", 1, "level", "A");
            hub.deliver("crm", "customer");

            hub.read("crm", "customer");
            trade.clock.forward(Duration.ofMinutes(1));
            hub.deliver("crm", "customer");

            assertThat(trade.crm.value("select phone from account")).isEqualTo("110");
            assertThat(hub.value("customer", "C1", "level")).contains("A");
        }
    }

    @Test
    void aChangeThatAPersonMadeWhileTheHubWroteIsNotTakenForItsEcho() {
        try (TestHub hub = trade.hub()) {
            hub.settle();
            trade.erp.change("customer", "1", "phone", "110");
            hub.read("erp", "customer");
            hub.system("crm").twist((rows, write) -> {
                var written = write.write();
                trade.crm.change("account", 1, "level", "A");
                return written;
            });
            hub.deliver("crm", "customer");
            hub.read("crm", "customer");

            assertThat(hub.value("customer", "C1", "level")).contains("A");
        }
    }
}
