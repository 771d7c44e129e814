package io.hefu.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hefu.console.FlowLine;
import io.hefu.console.FlowLines;
import io.hefu.ledger.Flow;
import io.hefu.systems.SystemFault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a flow was last read is told truthfully, to other processes too, and readings that find nothing leave no trail. */
class LastRunsTest {
    private static final Flow CUSTOMERS = new Flow("erp", "customer");

    @TempDir
    private Path folder;

    private Trade trade;

    @BeforeEach
    void aFlowThatWasReadOnce() {
        trade = new Trade(folder);
        trade.erp.put("customer", "id", "1", "number", "C1", "name", "蓝海电子");
        try (TestHub hub = trade.hub()) {
            hub.read("erp", "customer");
        }
    }

    private static FlowLine line(TestHub hub) {
        return new FlowLines(hub.books(), Optional.empty()).find(CUSTOMERS).orElseThrow();
    }

    private static int batches(TestHub hub) {
        return hub.books()
                .ledger()
                .batches()
                .list(Optional.empty(), Optional.empty(), Optional.empty(), 1000)
                .size();
    }

    @Test
    void aReadingThatFindsNothingNewCountsAsTheLastOne() {
        trade.clock.forward(Duration.ofHours(3));
        try (TestHub hub = trade.hub()) {
            assertThat(line(hub).lag()).contains(Duration.ofHours(3));
            int before = batches(hub);

            hub.read("erp", "customer");
            hub.read("erp", "customer");

            assertThat(line(hub).lag()).contains(Duration.ZERO);
            assertThat(line(hub).sweepAge()).contains(Duration.ofHours(3));
            assertThat(batches(hub)).isEqualTo(before);
            assertThat(hub.books().ledger().lastRuns().all()).hasSize(1);
        }
    }

    @Test
    void anotherProcessSeesThatTheLastReadingFailedAndWhenOneLastWentWell() {
        trade.clock.forward(Duration.ofHours(1));
        try (TestHub hub = trade.hub()) {
            hub.system("erp").unreachable(true);
            assertThatThrownBy(() -> hub.read("erp", "customer")).isInstanceOf(SystemFault.class);
        }
        try (TestHub hub = trade.hub()) {
            FlowLine line = line(hub);
            assertThat(line.state()).isEqualTo(FlowLine.State.FAILED);
            assertThat(line.reason().in(Locale.ENGLISH)).isNotEmpty();
            assertThat(line.lag()).contains(Duration.ofHours(1));

            hub.read("erp", "customer");

            assertThat(line(hub).state()).isEqualTo(FlowLine.State.IDLE);
        }
    }

    @Test
    void aPlanIsNoReading() {
        trade.clock.forward(Duration.ofHours(1));
        try (TestHub hub = trade.hub()) {
            hub.plan();
            assertThat(line(hub).lag()).contains(Duration.ofHours(1));
        }
    }
}
