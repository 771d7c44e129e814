package io.hefu.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.hefu.definition.Text;
import io.hefu.delivery.Wanted;
import org.junit.jupiter.api.Test;

/** Promise 10: no reminder while an open credit note of the customer could cover what is owed. */
class CreditNotesTest extends ReminderStories {
    private void creditNote(String number, String customer, String open) {
        trade.finance.put(
                "receivable",
                "no",
                number,
                "client",
                customer,
                "due",
                "20261124",
                "gross",
                "-5000.00",
                "open",
                open,
                "hold",
                0);
    }

    private Text keptBack() {
        try (TestHub hub = trade.hub()) {
            day(hub, "2026-11-24");
            day(hub, "2026-12-13");

            assertThat(trade.mails.mails()).isEmpty();
            assertThat(wanted(hub)).hasSize(1);
            return wanted(hub).stream().map(Wanted::reason).findFirst().orElseThrow();
        }
    }

    private void assertReminded() {
        try (TestHub hub = trade.hub()) {
            day(hub, "2026-11-24");
            day(hub, "2026-12-13");

            assertThat(trade.mails.mails()).hasSize(1);
        }
    }

    @Test
    void anOpenCreditNoteThatCoversPartOfItKeepsTheReminderBackAndIsNamed() {
        creditNote("HZ1", "C1", "-5000.00");

        Text reason = keptBack();
        assertThat(reason.zh()).contains("红字应收单 HZ1", "5000.00 CNY", "等财务核销");
        assertThat(reason.en()).contains("open credit notes (HZ1) of 5000.00 CNY");
    }

    @Test
    void aReceiptAndACreditNoteCountTogether() {
        creditNote("HZ1", "C1", "-100.00");
        trade.finance.put("receipt", "no", "SK1", "client", "C1", "amount", "100.00");

        assertThat(keptBack().en()).contains("receipts of 100.00 CNY", "(HZ1) of 100.00 CNY");
    }

    @Test
    void ofManyCreditNotesTheFirstAreNamed() {
        for (int i = 1; i <= 5; i++) {
            creditNote("HZ" + i, "C1", "-1000.00");
        }

        assertThat(keptBack().en()).contains("(HZ1, HZ2, HZ3 and more) of 5000.00 CNY");
    }

    @Test
    void onceItIsUsedUpTheReminderGoesOut() {
        creditNote("HZ1", "C1", "0.00");

        assertReminded();
    }

    @Test
    void lessThanAHundredthOfWhatIsOpenIsNoCover() {
        creditNote("HZ1", "C1", "-100.00");

        assertReminded();
    }

    @Test
    void aCreditNoteInAnotherCurrencyCoversNothing() {
        trade.finance.execute("alter table receivable add column cur text default 'CNY'");
        trade.edit(
                "mappings/finance/receivable.mapping.yaml",
                "open: {from: open, currency: CNY}",
                "open: {from: open, currency: {from: cur}}");
        creditNote("HZ1", "C1", "-5000.00");
        trade.finance.change("receivable", "HZ1", "cur", "USD");

        assertReminded();
    }

    @Test
    void aCreditNoteOfAnotherCustomerCoversNothing() {
        trade.erp.put("customer", "id", "2", "number", "C2", "name", "红山机械", "salesman", "S1");
        creditNote("HZ1", "C2", "-5000.00");

        assertReminded();
    }

    @Test
    void aCreditNoteThatIsGoneCoversNothing() {
        creditNote("HZ1", "C1", "-5000.00");
        try (TestHub hub = trade.hub()) {
            day(hub, "2026-11-24");
            trade.finance.delete("receivable", "no = 'HZ1'");
            hub.sweep("finance", "receivable");
            day(hub, "2026-12-13");

            assertThat(trade.mails.mails()).hasSize(1);
        }
    }
}
