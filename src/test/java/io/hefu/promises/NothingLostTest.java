package io.hefu.promises;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Promise 1: each record read has one disposition, and nothing that a source holds is lost. */
class NothingLostTest {
    @TempDir
    Path folder;

    Trade trade;

    @BeforeEach
    void company() {
        trade = new Trade(folder);
    }

    @Test
    void whatIsReadIsApplied() {
        trade.erp.put("customer", "id", "c1", "number", "C1", "name", "蓝海电子");

        try (TestHub hub = trade.hub()) {
            assertThat(hub.read("erp", "customer").applied()).isEqualTo(1);
            assertThat(hub.value("customer", "C1", "name")).contains("蓝海电子");
        }
    }
}
