package io.hefu.demo.company.books;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * A sales order of the ERP.
 *
 * @param status A made, B in approval, C approved, Z saved for later
 * @param offer the signed offer it came from, if any
 * @param delivered whether everything has left the house
 */
public record Order(
        int id,
        String number,
        LocalDate date,
        Customer customer,
        Optional<Offer> offer,
        List<Line> lines,
        LocalDate delivery,
        char status,
        boolean delivered,
        LocalDateTime created,
        LocalDateTime modified) {
    public Order {
        lines = List.copyOf(lines);
    }

    public boolean approved() {
        return status == 'C';
    }

    /** Orders are looked at in the afternoon of the day on which they come in. */
    public Optional<LocalDateTime> approvedAt() {
        return approved() ? Optional.of(date.atTime(18, 30)) : Optional.empty();
    }

    public BigDecimal net() {
        return Line.sum(lines, Line::net);
    }

    public BigDecimal tax() {
        return Line.sum(lines, Line::tax);
    }

    public BigDecimal gross() {
        return Line.sum(lines, Line::gross);
    }

    public List<PayTerm.Instalment> plan() {
        return customer.term().plan(date, delivery, gross());
    }
}
