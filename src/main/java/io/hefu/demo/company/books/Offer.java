package io.hefu.demo.company.books;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** A quote 报价 in one version; one has no lead. */
public record Offer(
        int id,
        String number,
        Optional<Lead> lead,
        Customer customer,
        int version,
        String status,
        LocalDate issuedOn,
        LocalDate validUntil,
        List<Line> lines,
        LocalDateTime updated) {
    public Offer {
        lines = List.copyOf(lines);
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
}
