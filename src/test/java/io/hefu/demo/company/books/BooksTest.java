package io.hefu.demo.company.books;

import static org.assertj.core.api.Assertions.assertThat;

import io.hefu.demo.company.books.Receipt.Allocation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The demo company is as large as promised, the same each time, and its money ties to the cent. */
class BooksTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private final Books books = Books.of(TODAY, 20260701);

    @Test
    void isAsLargeAsPromised() {
        assertThat(books.customers()).hasSize(300);
        assertThat(books.leads()).hasSize(500);
        assertThat(books.offers()).hasSize(500);
        assertThat(books.orders()).hasSize(800);
        assertThat(books.orders().stream().collect(Collectors.groupingBy(Order::status, Collectors.counting())))
                .isEqualTo(Map.of('C', 720L, 'B', 40L, 'A', 25L, 'Z', 15L));
        assertThat(books.receivables()).hasSizeBetween(950, 1100);
        assertThat(books.receipts()).hasSizeGreaterThan(600);
        assertThat(books.orders())
                .allMatch(o -> o.lines().size() >= 1 && o.lines().size() <= 4);
    }

    @Test
    void isTheSameFromTheSameSeedAndOnlyMovedInTimeOnAnotherDay() {
        assertThat(Books.of(TODAY, 20260701)).isEqualTo(books);
        Books later = Books.of(TODAY.plusDays(200), 20260701);
        assertThat(later.customers().stream().map(Customer::name))
                .isEqualTo(books.customers().stream().map(Customer::name).toList());
        assertThat(later.owed()).isEqualTo(books.owed());
    }

    @Test
    void everyOrderIsTheSumOfItsLinesAndOfItsReceivables() {
        Map<String, List<Receivable>> byOrder = books.receivables().stream()
                .collect(Collectors.groupingBy(r -> r.order().number()));
        for (Order order : books.orders()) {
            assertThat(order.net().add(order.tax())).isEqualByComparingTo(order.gross());
            assertThat(order.lines())
                    .allMatch(line -> line.net().add(line.tax()).compareTo(line.gross()) == 0);
            List<Receivable> receivables = byOrder.getOrDefault(order.number(), List.of());
            if (!receivables.isEmpty()) {
                assertThat(sum(receivables.stream().map(Receivable::amount).toList()))
                        .isEqualByComparingTo(order.gross());
            }
        }
    }

    @Test
    void everyReceivableIsWhatWasPaidAndWhatIsOwed() {
        Map<String, BigDecimal> paid = new HashMap<>();
        for (Receipt receipt : books.receipts()) {
            for (Allocation allocation : receipt.allocations()) {
                paid.merge(allocation.receivable(), allocation.amount(), BigDecimal::add);
            }
        }
        for (Receivable receivable : books.receivables()) {
            BigDecimal settled = paid.getOrDefault(receivable.number(), BigDecimal.ZERO);
            assertThat(receivable.balance().add(settled)).isEqualByComparingTo(receivable.amount());
            assertThat(receivable.balance().signum()).isNotNegative();
        }
        assertThat(books.receipts().stream().filter(r -> r.unallocated().signum() != 0))
                .hasSize(1);
    }

    @Test
    void aReceiptPaysOnlyItsOwnCustomersReceivables() {
        Map<String, Receivable> byNumber =
                books.receivables().stream().collect(Collectors.toMap(Receivable::number, r -> r));
        for (Receipt receipt : books.receipts()) {
            assertThat(receipt.allocations())
                    .allMatch(
                            a -> byNumber.get(a.receivable()).order().customer().equals(receipt.customer()));
        }
    }

    @Test
    void creditCodesAreValidAndEveryCustomerIsKnownBySomething() {
        for (Customer customer : books.customers()) {
            assertThat(customer.abroad() || CreditCode.isValid(customer.taxNo()))
                    .isTrue();
            assertThat(customer.finance().knowsCode() || customer.finance().knowsTaxNo())
                    .isTrue();
            boolean byName = customer.index() == Cast.THREE_SPELLINGS;
            assertThat(customer.crm().knowsCode() || customer.crm().knowsTaxNo())
                    .isEqualTo(!byName);
        }
        assertThat(books.customers().stream()
                        .map(Customer::taxNo)
                        .filter(t -> !t.isEmpty())
                        .distinct())
                .hasSize(288);
        assertThat(CreditCode.isValid("914403001922038216")).isTrue();
    }

    @Test
    void onlyTheTwoKnownInvoicesAreOverdue() {
        List<Receivable> overdue = books.receivables().stream()
                .filter(r -> r.balance().signum() > 0 && r.instalment().due().isBefore(TODAY))
                .toList();
        assertThat(overdue.stream().map(r -> r.order().customer().index()))
                .containsExactlyInAnyOrder(Cast.OVERDUE, Cast.UNALLOCATED);
    }

    @Test
    void nothingHappenedLaterThanYesterday() {
        assertThat(books.orders()).allMatch(o -> o.modified().toLocalDate().isBefore(TODAY));
        assertThat(books.leads()).allMatch(l -> l.updated().toLocalDate().isBefore(TODAY));
        assertThat(books.receipts()).allMatch(r -> r.updated().toLocalDate().isBefore(TODAY));
        assertThat(books.receivables()).allMatch(r -> r.updated().toLocalDate().isBefore(TODAY));
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
