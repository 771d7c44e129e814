package io.hefu.demo.company.books;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;

/** A line of an offer or an order: gross is net plus tax, to the cent. */
public record Line(
        int number,
        Product product,
        BigDecimal quantity,
        BigDecimal price,
        BigDecimal taxRate,
        BigDecimal net,
        BigDecimal tax,
        BigDecimal gross) {

    private static final BigDecimal HUNDRED = new BigDecimal("100");

    static Line of(int number, Product product, BigDecimal quantity, BigDecimal price, BigDecimal taxRate) {
        BigDecimal net = price.multiply(quantity).setScale(2, RoundingMode.HALF_UP);
        BigDecimal tax = net.multiply(taxRate).divide(HUNDRED, 2, RoundingMode.HALF_UP);
        return new Line(number, product, quantity, price, taxRate, net, tax, net.add(tax));
    }

    static BigDecimal sum(List<Line> lines, Function<Line, BigDecimal> amount) {
        return lines.stream().map(amount).reduce(new BigDecimal("0.00"), BigDecimal::add);
    }
}
