package io.hefu.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.hefu.delivery.Told;
import io.hefu.journey.Plan;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Promises 6 and 8: reading is the default, every write can be previewed, and a target gets only what it should have. */
class PlansTest {
    @TempDir
    Path folder;

    private Trade trade;

    @BeforeEach
    void company() {
        trade = new Trade(folder);
        trade.erp.put(
                "customer",
                "id",
                "1",
                "number",
                "C1",
                "name",
                "蓝海电子",
                "phone",
                "110",
                "mail",
                "a@b.example",
                "credit",
                "5000.00");
    }

    private List<String> told(Plan plan) {
        return plan.lines().stream()
                .map(line -> line.operation() + " " + line.target() + "/" + line.entity() + " " + line.identity())
                .toList();
    }

    @Test
    void whereWritingIsOffNothingIsWrittenAndAllStaysWanted() {
        trade.system("finance");
        try (TestHub hub = trade.hub()) {
            hub.read("erp", "customer");

            assertThat(hub.deliver("finance", "customer")).isEqualTo(Told.NOTHING);
            assertThat(trade.finance.rows("client")).isEmpty();
            assertThat(hub.books().wanted().counts())
                    .anyMatch(count -> count.target().equals("finance"));
        }
    }

    @Test
    void whatIsWantedIsWrittenOnceWritingIsSwitchedOn() {
        trade.system("finance");
        try (TestHub hub = trade.hub()) {
            hub.read("erp", "customer");
        }
        trade.system("finance", "customer");
        try (TestHub hub = trade.hub()) {
            assertThat(hub.deliver("finance", "customer").created()).isEqualTo(1);
        }
    }

    @Test
    void aPlanShowsWhatWouldBeWrittenBeforeAnythingWasRead() {
        try (TestHub hub = trade.hub()) {
            assertThat(told(hub.plan())).containsExactly("+ crm/customer C1", "+ finance/customer C1");
        }
    }

    @Test
    void aPlanShowsWhatIsWantedWhereWritingIsOff() {
        trade.system("finance");
        try (TestHub hub = trade.hub()) {
            hub.read("erp", "customer");

            Plan.Line line = hub.plan().lines().get(1);
            assertThat(line.target()).isEqualTo("finance");
            assertThat(line.enabled()).isFalse();
        }
    }

    @Test
    void aPlanShowsBeforeAndAfter() {
        try (TestHub hub = trade.hub()) {
            hub.settle();
            trade.erp.change("customer", "1", "phone", "119");

            Plan.Line line = hub.plan().lines().get(0);
            assertThat(line.operation()).isEqualTo("~");
            assertThat(line.cells()).containsExactly(new Plan.Cell("phone", java.util.Optional.of("110"), "119"));
        }
    }

    @Test
    void aPlanSaysWhetherAWriteCanBeUndone() {
        try (TestHub hub = trade.hub()) {
            assertThat(hub.plan().lines())
                    .extracting(line -> line.target() + ": " + line.reversible().en())
                    .containsExactly("crm: reversible", "finance: reversible by a counter-document");
        }
    }

    @Test
    void aPlanSumsItsMoneyByCurrency() {
        trade.erp.put("sales_order", "no", "SO1", "customer", "1", "day", "20261112", "state", "C", "gross", "100.10");
        trade.erp.put("sales_order", "no", "SO2", "customer", "1", "day", "20261112", "state", "C", "gross", "0.20");
        try (TestHub hub = trade.hub()) {
            assertThat(hub.plan().totals())
                    .filteredOn(total -> total.entity().equals("order"))
                    .extracting(Plan.Total::sum)
                    .containsExactly(new BigDecimal("100.30"));
        }
    }

    @Test
    void aPlanChangesNothingInHubOrSystems() {
        try (TestHub hub = trade.hub()) {
            hub.settle();
            trade.erp.change("customer", "1", "phone", "119");
            trade.erp.put("customer", "id", "2", "number", "C2", "name", "远洋", "parent", "77");
            Sqlite own = new Sqlite(trade.home.resolve("hub.db"), "");
            List<String> before =
                    List.of(own.contents(), trade.erp.contents(), trade.crm.contents(), trade.finance.contents());

            hub.plan();

            assertThat(List.of(own.contents(), trade.erp.contents(), trade.crm.contents(), trade.finance.contents()))
                    .isEqualTo(before);
        }
    }

    @Test
    void aPlanComesTrue() {
        trade.erp.put("customer", "id", "2", "number", "C2", "name", "远洋", "parent", "1");
        trade.erp.put(
                "sales_order",
                "no",
                "SO1",
                "customer",
                "2",
                "day",
                "20261112",
                "state",
                "C",
                "gross",
                "100.10",
                "terms",
                "D30N30");
        trade.crm.put("account", "number", "C1", "name", "蓝海", "phone", "222");
        try (TestHub hub = trade.hub()) {
            long planned = hub.plan().lines().size();
            for (var flow : hub.engine().readingOrder()) {
                hub.read(flow.system(), flow.entity());
            }
            long written = List.of("crm/customer", "finance/customer", "finance/order").stream()
                    .mapToLong(place -> hub.deliver(place.split("/")[0], place.split("/")[1])
                            .written())
                    .sum();

            assertThat(written).isEqualTo(planned);
        }
    }

    @Test
    void equalPlansHaveEqualIds() {
        try (TestHub hub = trade.hub()) {
            assertThat(hub.plan().id()).isEqualTo(hub.plan().id());
        }
    }

    @Test
    void aPlanAfterTheWorldMovedIsAnother() {
        try (TestHub hub = trade.hub()) {
            String id = hub.plan().id();
            trade.erp.change("customer", "1", "phone", "119");

            assertThat(hub.plan().id()).isNotEqualTo(id);
        }
    }

    @Test
    void aPlanSaysWhichFlowItCouldNotRead() {
        trade.erp.execute("alter table customer rename column phone to telephone");
        try (TestHub hub = trade.hub()) {
            assertThat(hub.plan().troubles()).hasSize(1);
        }
    }

    @Test
    void aTargetIsHandedNothingButTheAllowedCells() {
        try (TestHub hub = trade.hub()) {
            hub.settle();
            trade.erp.change("customer", "1", "phone", "119");
            trade.erp.change("customer", "1", "mail", "c@d.example");
            hub.settle();

            assertThat(hub.system("finance").sent())
                    .extracting(sent -> sent.row().cells())
                    .containsExactly(Map.of("code", "C1", "name", "蓝海电子", "phone", "110"), Map.of("phone", "119"));
        }
    }

    @Test
    void aTargetIsHandedNoRecordThatItsFilterKeepsBack() {
        trade.erp.put("customer", "id", "2", "number", "SECRET", "name", "保密客户");
        try (TestHub hub = trade.hub()) {
            hub.settle();
            trade.erp.change("customer", "2", "phone", "110");
            hub.settle();

            assertThat(trade.finance.rows("client"))
                    .extracting(row -> row.get("code"))
                    .containsExactly("C1");
            assertThat(hub.system("finance").sent()).hasSize(1);
        }
    }

    @Test
    void aRecordThatIsKeptBackByNowIsNotSentThoughItWasWanted() {
        try (TestHub hub = trade.hub()) {
            hub.settle();
            trade.erp.change("customer", "1", "phone", "119");
            hub.read("erp", "customer");
            trade.erp.change("customer", "1", "number", "SECRET");
            hub.read("erp", "customer");
            hub.deliver("finance", "customer");

            assertThat(trade.finance.value("select phone from client")).isEqualTo("110");
        }
    }

    @Test
    void aRecordThatTheFilterLetsThroughLaterIsCreatedThen() {
        trade.erp.put("customer", "id", "2", "number", "SECRET", "name", "保密客户");
        try (TestHub hub = trade.hub()) {
            hub.settle();
            trade.erp.change("customer", "2", "number", "C2");
            hub.settle();

            assertThat(trade.finance.rows("client")).hasSize(2);
        }
    }
}
