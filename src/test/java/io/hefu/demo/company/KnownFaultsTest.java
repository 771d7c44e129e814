package io.hefu.demo.company;

import static org.assertj.core.api.Assertions.assertThat;

import io.hefu.demo.company.books.Books;
import io.hefu.demo.company.books.Cast;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each fault is there exactly as often as it is said, on any day and from any seed. */
class KnownFaultsTest {
    @ParameterizedTest
    @CsvSource({"2026-11-24,20260701", "2026-01-01,1", "2027-02-28,2", "2028-02-29,3", "2026-06-30,4"})
    void eachIsThereAsOftenAsSaid(LocalDate today, long seed) {
        KnownFaults faults = KnownFaults.of(Books.of(today, seed));
        assertThat(faults.get(KnownFaults.THREE_SPELLINGS).places()).hasSize(3);
        assertThat(faults.get(KnownFaults.UNKNOWN_CODE).keys("crm")).hasSize(1);
        assertThat(faults.get(KnownFaults.OVERDUE).keys("finance")).hasSize(2);
        assertThat(faults.get(KnownFaults.UNALLOCATED_RECEIPT).keys("finance")).hasSize(1);
        assertThat(faults.get(KnownFaults.STAGE_WITHOUT_DOCUMENT).keys("crm")).hasSize(1);
        assertThat(faults.get(KnownFaults.LATE_CUSTOMER).keys("crm")).hasSize(2);
        assertThat(faults.get(KnownFaults.ABSURD_AMOUNT).keys("finance")).hasSize(1);
        assertThat(faults.get(KnownFaults.BROKEN_TEXT).keys("crm")).hasSize(1);
        assertThat(faults.all())
                .allMatch(fault -> !fault.zh().isEmpty() && !fault.en().isEmpty());
    }

    @Test
    void noFaultHidesBehindAnother() {
        Books books = Books.of(LocalDate.of(2026, 11, 24), 20260701);
        List<Integer> alone = List.of(Cast.BROKEN_TEXT, Cast.LATE);
        assertThat(books.leads())
                .noneMatch(lead -> alone.contains(lead.customer().index()));
        assertThat(books.contacts())
                .noneMatch(contact -> alone.contains(contact.customer().index()));
        assertThat(books.offers().stream()
                        .filter(o -> alone.contains(o.customer().index())))
                .hasSize(1);
    }
}
