package io.hefu.promises;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Promise 9: money is exact from end to end, and an approved order reaches finance once, with its payment plan. */
class MoneyTest {
    @TempDir
    Path folder;

    private Trade trade;

    @BeforeEach
    void company() {
        trade = new Trade(folder);
        trade.erp.put("customer", "id", "1", "number", "C1", "name", "蓝海电子");
    }

    private void order(String state, String gross, String terms) {
        trade.erp.put(
                "sales_order",
                "no",
                "SO1",
                "customer",
                "1",
                "day",
                "20261112",
                "delivery",
                "20261220",
                "state",
                state,
                "gross",
                gross,
                "terms",
                terms);
    }

    @Test
    void anApprovedOrderReachesFinanceWithItsPaymentPlan() {
        order("C", "14464.00", "D30N30");
        try (TestHub hub = trade.hub()) {
            hub.settle();

            assertThat(trade.finance
                            .query("select seq, due, gross from instalment order by seq")
                            .toString())
                    .isEqualTo("[{seq=1, due=20261112, gross=4339.20}, {seq=2, due=20270119, gross=10124.80}]");
        }
    }

    @Test
    void theInstalmentsSumToTheOrderToTheCent() {
        order("C", "100.01", "D30N30");
        try (TestHub hub = trade.hub()) {
            hub.settle();

            BigDecimal sum = trade.finance.rows("instalment").stream()
                    .map(row -> new BigDecimal(row.get("gross").toString()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(sum).isEqualTo(new BigDecimal("100.01"));
        }
    }

    @Test
    void anAmountKeepsEveryDigit() {
        order("C", "12345678901234.56", "NET30");
        try (TestHub hub = trade.hub()) {
            hub.settle();

            assertThat(trade.finance.value("select gross from sales_order")).isEqualTo("12345678901234.56");
        }
    }

    @Test
    void anOrderThatIsNotApprovedDoesNotReachFinance() {
        order("B", "100.00", "NET30");
        try (TestHub hub = trade.hub()) {
            hub.settle();

            assertThat(trade.finance.rows("sales_order")).isEmpty();
        }
    }

    @Test
    void anOrderReachesFinanceOnceWhenItIsApproved() {
        order("B", "100.00", "NET30");
        try (TestHub hub = trade.hub()) {
            hub.settle();
            trade.erp.change("sales_order", "SO1", "state", "C");
            hub.settle();
            hub.sweep("erp", "order");
            hub.settle();

            assertThat(trade.finance.rows("sales_order")).hasSize(1);
            assertThat(hub.system("finance").sent())
                    .filteredOn(sent -> sent.resource().equals("sales_order"))
                    .hasSize(1);
        }
    }

    @Test
    void aPaymentPlanSaysThatTheHubMadeIt() {
        order("C", "100.00", "NET30");
        try (TestHub hub = trade.hub()) {
            hub.settle();

            assertThat(hub.golden("order", "SO1")
                            .provenance(hub.entity("order").field("paymentPlan"))
                            .orElseThrow()
                            .system())
                    .isEqualTo("hefu");
        }
    }

    @Test
    void aPaymentPlanFollowsTheAmount() {
        order("C", "100.00", "D30N30");
        try (TestHub hub = trade.hub()) {
            hub.settle();
            trade.erp.change("sales_order", "SO1", "gross", "200.00");
            hub.settle();

            assertThat(trade.finance
                            .query("select gross from instalment order by seq")
                            .toString())
                    .isEqualTo("[{gross=60.00}, {gross=140.00}]");
        }
    }

    @Test
    void aPlanInYenHasNoFractionsOfAYen() {
        trade.edit(
                "mappings/erp/order.mapping.yaml",
                "gross: {from: gross, currency: CNY}",
                "gross: {from: gross, currency: JPY}");
        order("C", "1001.00", "D30N30");
        try (TestHub hub = trade.hub()) {
            hub.read("erp", "customer");
            hub.read("erp", "order");

            assertThat(hub.golden("order", "SO1")
                            .merged()
                            .list(hub.entity("order").field("paymentPlan"))
                            .toString())
                    .contains("gross=300 JPY")
                    .contains("gross=701.00 JPY");
        }
    }
}
