package io.hefu.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.hefu.journey.Plan;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A hub set up beside a target that is filled already and that it does not read: what is there is found, bound and changed,
 * not made a second time, and the plan says so.
 */
class AlreadyThereTest {
    @TempDir
    Path folder;

    Trade trade;

    @BeforeEach
    void company() {
        trade = new Trade(folder);
        // of no column the database itself would refuse a second
        trade.edit("mappings/finance/customer.mapping.yaml", "find: code", "find: tax");
        customer("1", "C1", "T1");
        trade.system("crm")
                .without("mappings/crm/customer.mapping.yaml")
                .without("mappings/crm/opportunity.mapping.yaml");
    }

    private void customer(String id, String number, String tax) {
        trade.erp.put("customer", "id", id, "number", number, "name", "蓝海电子", "tax", tax, "phone", "110");
    }

    private void client(String code, String tax, String name, String phone) {
        trade.finance.put("client", "code", code, "tax", tax, "name", name, "phone", phone);
    }

    private static List<String> told(Plan plan) {
        return plan.lines().stream()
                .map(line -> line.operation() + " " + line.identity()
                        + line.key().map(key -> " " + key).orElse(""))
                .toList();
    }

    @Test
    void aPlanShowsAChangeOfWhatIsThere() {
        client("K1", "T1", "蓝海电子", "222");
        try (TestHub hub = trade.hub()) {
            Plan plan = hub.plan();

            assertThat(told(plan)).containsExactly("~ C1 K1");
            assertThat(plan.lines().get(0).cells()).containsExactly(new Plan.Cell("phone", Optional.of("222"), "110"));
        }
    }

    @Test
    void aPlanShowsNothingWhereItSaysAllOfItAlready() {
        client("K1", "T1", "蓝海电子", "110");
        try (TestHub hub = trade.hub()) {
            assertThat(hub.plan().lines()).isEmpty();
        }
    }

    @Test
    void aPlanShowsACreateOfWhatIsNotThere() {
        client("K1", "T1", "蓝海电子", "222");
        customer("2", "C2", "T2");
        try (TestHub hub = trade.hub()) {
            assertThat(told(hub.plan())).containsExactly("+ C2", "~ C1 K1");
        }
    }

    @Test
    void thePlanComesTrue() {
        client("K1", "T1", "蓝海电子", "222");
        customer("2", "C2", "T2");
        try (TestHub hub = trade.hub()) {
            hub.settle();

            assertThat(trade.finance.rows("client"))
                    .extracting(row -> row.get("code") + " " + row.get("phone"))
                    .containsExactlyInAnyOrder("K1 110", "C2 110");
            assertThat(hub.link("finance", "customer", "K1").uid())
                    .isEqualTo(hub.golden("customer", "C1").uid());
            assertThat(hub.plan().lines()).isEmpty();
        }
    }

    @Test
    void soItDoesForALoad() {
        for (int i = 2; i <= 400; i++) {
            customer("" + i, "C" + i, "T" + i);
            if (i % 2 == 0) {
                client("K" + i, "T" + i, "蓝海电子", i % 4 == 0 ? "110" : "222");
            }
        }
        try (TestHub hub = trade.hub()) {
            assertThat(hub.plan().lines())
                    .extracting(Plan.Line::operation)
                    .containsOnly("+", "~")
                    .filteredOn("~"::equals)
                    .hasSize(100);
            hub.settle();

            assertThat(trade.finance.rows("client"))
                    .hasSize(400)
                    .allMatch(row -> row.get("phone").equals("110"));
            assertThat(hub.system("finance").sent()).hasSize(300);
        }
    }

    @Test
    void whatRefersToItIsToldItsKey() {
        client("K1", "T1", "蓝海电子", "110");
        trade.erp.put("sales_order", "no", "SO1", "customer", "1", "day", "20261112", "state", "C", "gross", "100.10");
        try (TestHub hub = trade.hub()) {
            assertThat(hub.plan().lines())
                    .singleElement()
                    .satisfies(
                            line -> assertThat(line.cells()).contains(new Plan.Cell("client", Optional.empty(), "K1")));
            hub.settle();

            assertThat(trade.finance.value("select client from sales_order")).isEqualTo("K1");
        }
    }

    @Test
    void thePlanIsAnotherWhenTheRowInTheTargetMoves() {
        client("K1", "T1", "蓝海电子", "222");
        try (TestHub hub = trade.hub()) {
            String id = hub.plan().id();
            trade.finance.execute("update client set phone = '333'");
            String moved = hub.plan().id();
            trade.finance.execute("delete from client");

            assertThat(List.of(moved, hub.plan().id())).doesNotContain(id).doesNotHaveDuplicates();
        }
    }

    @Test
    void aPlanChangesNothing() {
        client("K1", "T1", "蓝海电子", "222");
        try (TestHub hub = trade.hub()) {
            hub.read("erp", "customer");
            Sqlite own = new Sqlite(trade.home.resolve("hub.db"), "");
            List<String> before = List.of(own.contents(), trade.finance.contents());
            hub.plan();

            assertThat(List.of(own.contents(), trade.finance.contents())).isEqualTo(before);
        }
    }

    @Test
    void whereSeveralAreThereNoneIsMadeAndNoneIsChanged() {
        client("K1", "T1", "蓝海电子", "222");
        client("K2", "T1", "蓝海", "333");
        try (TestHub hub = trade.hub()) {
            assertThat(hub.plan().lines()).isEmpty();
            hub.read("erp", "customer");

            assertThat(hub.deliver("finance", "customer").failed()).isEqualTo(1);
            assertThat(hub.system("finance").sent()).isEmpty();
        }
    }

    @Test
    void aRowThatIsAnotherRecordsIsLeftToIt() {
        client("K1", "T1", "蓝海电子", "110");
        customer("2", "C2", "T1");
        try (TestHub hub = trade.hub()) {
            assertThat(hub.plan().lines()).isEmpty();
            hub.settle();

            assertThat(hub.system("finance").sent()).isEmpty();
            assertThat(trade.finance.rows("client")).hasSize(1);
        }
    }

    @Test
    void whatHasNothingToBeFoundByIsCreated() {
        client("K1", "", "别家", "222");
        trade.erp.put("customer", "id", "2", "number", "C2", "name", "远洋");
        try (TestHub hub = trade.hub()) {
            assertThat(told(hub.plan())).containsExactly("+ C1", "+ C2");
        }
    }

    @Test
    void aTargetThatCannotBeReachedIsSaid() {
        try (TestHub hub = trade.hub()) {
            hub.system("finance").unreachable(true);
            Plan plan = hub.plan();

            assertThat(plan.lines()).isEmpty();
            assertThat(plan.troubles().keySet()).extracting(Object::toString).contains("finance/customer");
        }
    }

    @Test
    void aTargetThatCannotBeAskedIsPlannedAsBefore() {
        client("K1", "T1", "蓝海电子", "222");
        try (TestHub hub = trade.hub()) {
            hub.system("finance").cannotFind();

            assertThat(told(hub.plan())).containsExactly("+ C1");
        }
    }

    @Test
    void nothingIsTakenForNewInATargetThatCouldNotBeRead() {
        trade.edit(
                "mappings/finance/customer.mapping.yaml",
                "fields:\n  number",
                "read: {resource: client, key: code, changed: changed, overlap: 0s}\nfields:\n  number");
        client("K1", "T1", "蓝海电子", "222");
        trade.finance.execute("alter table client add column fax text");
        try (TestHub hub = trade.hub()) {
            Plan plan = hub.plan();

            assertThat(plan.troubles()).isNotEmpty();
            assertThat(plan.lines()).isEmpty();
        }
    }

    @Test
    void theLogSaysWhatWasThere() {
        client("K1", "T1", "蓝海电子", "222");
        try (TestHub hub = trade.hub()) {
            hub.settle();

            assertThat(hub.system("finance").sent())
                    .singleElement()
                    .satisfies(
                            sent -> assertThat(sent.row().cells()).isEqualTo(Map.of("name", "蓝海电子", "phone", "110")));
        }
    }
}
