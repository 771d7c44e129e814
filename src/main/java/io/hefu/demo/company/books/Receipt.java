package io.hefu.demo.company.books;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/** Money received, and which receivables it was allocated to; the rest is unallocated. */
public record Receipt(
        String number,
        Customer customer,
        LocalDate date,
        BigDecimal amount,
        List<Allocation> allocations,
        String method,
        String bankReference,
        String text,
        LocalDateTime updated) {
    /** A part of a receipt that pays a receivable, by that one's number. */
    public record Allocation(String receivable, BigDecimal amount) {}

    public Receipt {
        allocations = List.copyOf(allocations);
    }

    public BigDecimal unallocated() {
        return allocations.stream().map(Allocation::amount).reduce(amount, BigDecimal::subtract);
    }
}
