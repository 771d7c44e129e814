package io.hefu.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.hefu.console.Matter;
import io.hefu.console.Matters;
import io.hefu.console.UndecidedFields;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new field that a mapping lets pass, {@code newFields: report}, is shown until somebody decides about it. */
class NewFieldsTest {
    private static final String CUSTOMERS = "mappings/erp/customer.mapping.yaml";

    @TempDir
    private Path folder;

    private Trade trade;

    @BeforeEach
    void aSourceThatGetsANewField() {
        trade = new Trade(folder);
        trade.edit(CUSTOMERS, "batch: 100}", "batch: 100, newFields: report}");
        trade.erp.put("customer", "id", "1", "number", "C1", "name", "蓝海电子");
        try (TestHub hub = trade.hub()) {
            hub.read("erp", "customer");
            assertThat(undecided(hub)).isEmpty();
            trade.erp.execute("alter table customer add column vip text");
            trade.erp.change("customer", "1", "name", "新名");
            hub.read("erp", "customer");
        }
    }

    private static List<Matter> undecided(TestHub hub) {
        return new Matters(hub.books())
                .list(new Matters.Filter(Optional.of(Matter.Kind.UNDECIDED), Optional.empty(), Optional.empty(), 10));
    }

    @Test
    void itIsToldWithWhatToTryAndPausesNothing() {
        try (TestHub hub = trade.hub()) {
            assertThat(hub.paused("erp", "customer")).isFalse();
            assertThat(hub.value("customer", "C1", "name")).contains("新名");
            assertThat(undecided(hub)).singleElement().satisfies(matter -> {
                assertThat(matter.reason().zh()).contains("多出字段“vip”", "没有人决定过");
                assertThat(matter.reason().en()).contains("nobody decided about: \"vip\"");
                assertThat(matter.attempt().en()).contains("map it under fields", CUSTOMERS, "dropped");
            });
            assertThat(new UndecidedFields(hub.books()).told().orElseThrow().zh())
                    .contains("erp/customer vip");
        }
    }

    @Test
    void itIsToldOnceSinceWhenItWasFirstSeen() {
        try (TestHub hub = trade.hub()) {
            Matter before = undecided(hub).get(0);
            trade.clock.forward(Duration.ofDays(1));
            trade.erp.change("customer", "1", "name", "又一名");
            hub.read("erp", "customer");

            assertThat(undecided(hub)).containsExactly(before);
        }
    }

    @Test
    void onceTheMappingDecidesItIsToldNoMore() {
        trade.edit(CUSTOMERS, "write:", "dropped: {vip: {why: x, by: 王芳, decided: \"2026-11-20\"}}\nwrite:");
        try (TestHub hub = trade.hub()) {
            assertThat(undecided(hub)).isEmpty();
            assertThat(new UndecidedFields(hub.books()).told()).isEmpty();
        }
    }

    @Test
    void whereNewFieldsPauseThePauseTellsIt() {
        trade.edit(CUSTOMERS, "newFields: report", "newFields: pause");
        try (TestHub hub = trade.hub()) {
            assertThat(undecided(hub)).isEmpty();
        }
    }
}
