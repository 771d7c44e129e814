package io.hefu.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.hefu.ledger.Equation;
import io.hefu.ledger.Flow;
import io.hefu.ledger.ParkedRecord;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Promises 3 and 4: what is not understood never becomes a value; absent, null and empty are three things. */
class NothingMisreadTest {
    private static final String CUSTOMERS = "mappings/erp/customer.mapping.yaml";

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
                "city",
                "深圳",
                "credit",
                "100.00");
    }

    @Test
    void aFieldThatIsGonePausesItsEntity() {
        try (TestHub hub = trade.hub()) {
            hub.read("erp", "customer");
            trade.erp.execute("alter table customer rename column phone to telephone");
            trade.erp.change("customer", "1", "name", "新名");

            assertThat(hub.read("erp", "customer")).isEqualTo(Equation.NOTHING);
            assertThat(hub.paused("erp", "customer")).isTrue();
            assertThat(hub.value("customer", "C1", "phone")).contains("110");
        }
    }

    @Test
    void thePauseSaysWhichFieldIsGoneAndWhatMayHaveTakenItsPlace() {
        try (TestHub hub = trade.hub()) {
            hub.read("erp", "customer");
            trade.erp.execute("alter table customer rename column phone to telephone");
            trade.erp.change("customer", "1", "name", "新名");
            hub.read("erp", "customer");

            assertThat(hub.books()
                            .ledger()
                            .pauses()
                            .find(new Flow("erp", "customer"))
                            .orElseThrow()
                            .reason()
                            .en())
                    .contains("phone")
                    .contains("telephone");
        }
    }

    @Test
    void aFieldThatNobodyDecidedAboutPausesItsEntity() {
        try (TestHub hub = trade.hub()) {
            hub.read("erp", "customer");
            trade.erp.execute("alter table customer add column vip text");
            trade.erp.change("customer", "1", "name", "新名");
            hub.read("erp", "customer");

            assertThat(hub.paused("erp", "customer")).isTrue();
        }
    }

    @Test
    void aRetypedFieldPausesItsEntity() {
        try (TestHub hub = trade.hub()) {
            hub.read("erp", "customer");
            trade.erp.execute("alter table customer drop column credit");
            trade.erp.execute("alter table customer add column credit blob");
            trade.erp.change("customer", "1", "name", "新名");
            hub.read("erp", "customer");

            assertThat(hub.paused("erp", "customer")).isTrue();
            assertThat(hub.value("customer", "C1", "creditLimit")).isPresent();
        }
    }

    @Test
    void allOtherFlowsGoOn() {
        trade.erp.put("employee", "code", "S1", "name", "陈志远");
        trade.erp.execute("alter table customer rename column phone to telephone");
        try (TestHub hub = trade.hub()) {
            hub.read("erp", "customer");

            assertThat(hub.read("erp", "employee").applied()).isEqualTo(1);
        }
    }

    @Test
    void aPausedBatchDoesNotCountAsReadAndItsPositionStays() {
        try (TestHub hub = trade.hub()) {
            hub.read("erp", "customer");
            Flow flow = new Flow("erp", "customer");
            var position = hub.books().ledger().positions().find(flow);
            var total = hub.books().ledger().batches().totals().get(flow);
            trade.erp.execute("alter table customer rename column phone to telephone");
            trade.erp.change("customer", "1", "name", "新名");
            hub.read("erp", "customer");

            assertThat(hub.books().ledger().positions().find(flow)).isEqualTo(position);
            assertThat(hub.books().ledger().batches().totals().get(flow)).isEqualTo(total);
        }
    }

    @Test
    void aPausedFlowGoesOnByItselfWhenTheSourceIsMended() {
        try (TestHub hub = trade.hub()) {
            hub.read("erp", "customer");
            trade.erp.execute("alter table customer rename column phone to telephone");
            trade.erp.change("customer", "1", "name", "新名");
            hub.read("erp", "customer");
            trade.erp.execute("alter table customer rename column telephone to phone");

            assertThat(hub.read("erp", "customer").applied()).isEqualTo(1);
            assertThat(hub.paused("erp", "customer")).isFalse();
        }
    }

    @Test
    void aPausedFlowGoesOnByItselfWhenTheMappingIsMended() {
        try (TestHub hub = trade.hub()) {
            hub.read("erp", "customer");
            trade.erp.execute("alter table customer rename column phone to telephone");
            trade.erp.change("customer", "1", "name", "新名");
            hub.read("erp", "customer");
        }
        trade.edit(CUSTOMERS, "phone: phone", "phone: telephone");
        try (TestHub hub = trade.hub()) {
            hub.read("erp", "customer");

            assertThat(hub.paused("erp", "customer")).isFalse();
            assertThat(hub.value("customer", "C1", "name")).contains("新名");
        }
    }

    @Test
    void aPausedSweepDeletesNothing() {
        try (TestHub hub = trade.hub()) {
            hub.read("erp", "customer");
            trade.erp.execute("alter table customer rename column phone to telephone");
            trade.erp.put("customer", "id", "2", "number", "C2", "name", "远洋");
            trade.erp.delete("customer", "id = '1'");
            hub.sweep("erp", "customer");

            assertThat(hub.goldens("customer")).hasSize(1);
        }
    }

    private void quarantined(String column, Object value, String words) {
        try (TestHub hub = trade.hub()) {
            hub.read("erp", "customer");
            trade.erp.change("customer", "1", column, value);

            assertThat(hub.read("erp", "customer").quarantined()).isEqualTo(1);
            ParkedRecord parked = hub.open("erp", "customer").get(0);
            assertThat(parked.reasons().get(0).en()).contains(words);
            assertThat(parked.reasons().get(0).zh()).contains("可尝试");
            assertThat(hub.value("customer", "C1", "name")).contains("蓝海电子");
            assertThat(hub.value("customer", "C1", "creditLimit").orElseThrow()).startsWith("100");
        }
    }

    @Test
    void anAmountThatIsNoneOverwritesNothing() {
        quarantined("credit", "一大笔", "credit");
    }

    @Test
    void anAmountWithAnExponentOverwritesNothing() {
        quarantined("credit", "1e9999999", "credit");
    }

    @Test
    void anAmountInAnotherNotationOverwritesNothing() {
        quarantined("credit", "1.000,50", "credit");
    }

    @Test
    void brokenTextOverwritesNothing() {
        quarantined("name", "蓝海\ufffd\ufffd", "name");
    }

    @Test
    void anUnknownCodeOverwritesNothing() {
        trade.erp.put("sales_order", "no", "SO1", "customer", "1", "day", "20261112", "state", "C");
        try (TestHub hub = trade.hub()) {
            hub.settle();
            trade.erp.change("sales_order", "SO1", "state", "X");

            assertThat(hub.read("erp", "order").quarantined()).isEqualTo(1);
            assertThat(hub.value("order", "SO1", "state")).contains("approved");
        }
    }

    @Test
    void aDateInAnotherFormatOverwritesNothing() {
        trade.erp.put("sales_order", "no", "SO1", "customer", "1", "day", "20261112", "state", "C");
        try (TestHub hub = trade.hub()) {
            hub.settle();
            trade.erp.change("sales_order", "SO1", "day", "12.11.2026");

            assertThat(hub.read("erp", "order").quarantined()).isEqualTo(1);
            assertThat(hub.value("order", "SO1", "date")).contains("2026-11-12");
        }
    }

    @Test
    void whatWasQuarantinedGoesThroughOnceTheMappingUnderstandsIt() {
        trade.erp.change("customer", "1", "credit", "1,000.50");
        try (TestHub hub = trade.hub()) {
            assertThat(hub.read("erp", "customer").quarantined()).isEqualTo(1);
        }
        trade.edit(CUSTOMERS, "{from: credit, currency: CNY}", "{from: credit, thousands: \",\", currency: CNY}");
        try (TestHub hub = trade.hub()) {
            hub.engine().resumer().resume(hub.open("erp", "customer"));

            assertThat(hub.value("customer", "C1", "creditLimit").orElseThrow()).startsWith("1000.5");
            assertThat(hub.open("erp", "customer")).isEmpty();
        }
    }

    @Test
    void aNullClearsAValueThatTheSameSystemGave() {
        try (TestHub hub = trade.hub()) {
            hub.read("erp", "customer");
            trade.erp.change("customer", "1", "city", null);
            hub.read("erp", "customer");

            assertThat(hub.value("customer", "C1", "city")).isEmpty();
        }
    }

    @Test
    void aBlankThatWasAlwaysBlankWipesNobodysValue() {
        trade.crm.put("account", "number", "C1", "name", "蓝海", "mail", "a@b.example");
        try (TestHub hub = trade.hub()) {
            hub.settle();

            assertThat(hub.value("customer", "C1", "mail")).contains("a@b.example");
        }
    }

    @Test
    void whatAMappingDoesNotReadStaysAsItWas() {
        try (TestHub hub = trade.hub()) {
            hub.read("erp", "customer");
        }
        trade.edit(CUSTOMERS, "  phone: phone\n", "");
        trade.edit(CUSTOMERS, "update: [name, phone, mail, city]", "update: [name, mail, city]");
        trade.file(CUSTOMERS, read(CUSTOMERS) + "dropped: {phone: {why: 不再需要, by: 王芳, decided: \"2026-11-20\"}}\n");
        trade.erp.change("customer", "1", "name", "新名");
        try (TestHub hub = trade.hub()) {
            hub.read("erp", "customer");

            assertThat(hub.value("customer", "C1", "name")).contains("新名");
            assertThat(hub.value("customer", "C1", "phone")).contains("110");
        }
    }

    @Test
    void aListIsEmptyAndNeverAbsent() {
        trade.erp.put("sales_order", "no", "SO1", "customer", "1", "day", "20261112", "state", "A");
        try (TestHub hub = trade.hub()) {
            hub.settle();
            var order = hub.golden("order", "SO1").merged();

            assertThat(order.list(hub.entity("order").field("lines"))).isEmpty();
        }
    }

    private String read(String path) {
        try {
            return java.nio.file.Files.readString(trade.home.resolve(path));
        } catch (java.io.IOException fault) {
            throw new java.io.UncheckedIOException(fault);
        }
    }
}
