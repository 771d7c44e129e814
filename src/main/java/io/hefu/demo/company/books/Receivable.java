package io.hefu.demo.company.books;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** What an order's instalment still owes, as finance keeps it. */
public record Receivable(
        String number,
        Order order,
        PayTerm.Instalment instalment,
        String invoice,
        LocalDate bookedOn,
        BigDecimal balance,
        LocalDateTime updated) {
    public BigDecimal amount() {
        return instalment.amount();
    }

    public String status() {
        if (balance.signum() == 0) {
            return "已核销";
        }
        return balance.compareTo(amount()) == 0 ? "未核销" : "部分核销";
    }
}
