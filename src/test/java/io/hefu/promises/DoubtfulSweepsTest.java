package io.hefu.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hefu.systems.SystemFault;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep that sees too little deletes nothing: a lost permission is no deletion. */
class DoubtfulSweepsTest {
    private static final String CUSTOMERS = "mappings/erp/customer.mapping.yaml";

    @TempDir
    Path folder;

    private Trade trade;

    @BeforeEach
    void company() {
        trade = new Trade(folder);
        trade.erp.execute("create table seen (id text)");
        trade.erp.execute(
                "create view mine as select nullif(id, 'gone') as id, number, name, tax, phone, mail, city, parent,"
                        + " salesman, credit, changed from customer where number not in (select id from seen)");
        trade.edit(CUSTOMERS, "resource: customer", "resource: mine");
        IntStream.range(10, 30)
                .forEach(i -> trade.erp.put("customer", "id", "k" + i, "number", "C" + i, "name", "公司" + i));
    }

    private void hide(String condition) {
        trade.erp.execute("insert into seen select number from customer where " + condition);
    }

    @Test
    void aSourceThatSuddenlyAnswersNothingHasLostNothing() {
        try (TestHub hub = trade.hub()) {
            hub.read("erp", "customer");
            hide("1 = 1");

            assertThatThrownBy(() -> hub.sweep("erp", "customer"))
                    .isInstanceOf(SystemFault.class)
                    .hasMessageContaining("permission");
            assertThat(hub.goldens("customer")).hasSize(20);
        }
    }

    @Test
    void theGreaterPartOfItDoesNotVanishAtOnce() {
        try (TestHub hub = trade.hub()) {
            hub.read("erp", "customer");
            hide("number > 'C17'");

            assertThatThrownBy(() -> hub.sweep("erp", "customer")).isInstanceOf(SystemFault.class);
            assertThat(hub.goldens("customer")).hasSize(20);
        }
    }

    @Test
    void aPersonMaySayThatItReallyIsGone() {
        trade.edit(CUSTOMERS, "overlap: 0s", "overlap: 0s, vanishing: allowed");
        try (TestHub hub = trade.hub()) {
            hub.read("erp", "customer");
            hide("number > 'C17'");

            assertThat(hub.sweep("erp", "customer").deleted()).isEqualTo(12);
        }
    }

    @Test
    void aRowThatLostItsKeyIsNotTakenForADeletion() {
        try (TestHub hub = trade.hub()) {
            hub.read("erp", "customer");
            trade.erp.execute("update customer set id = 'gone' where id = 'k10'");

            assertThat(hub.sweep("erp", "customer").quarantined()).isEqualTo(1);
            assertThat(hub.goldens("customer")).hasSize(20);
        }
    }
}
