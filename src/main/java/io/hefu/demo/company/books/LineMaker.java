package io.hefu.demo.company.books;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Makes one to four lines of goods in the customer's currency; exports carry no tax. */
final class LineMaker {
    private final Dice dice;
    private final List<Product> products;

    LineMaker(Dice dice, List<Product> products) {
        this.dice = dice;
        this.products = products;
    }

    List<Line> lines(Customer customer) {
        List<Product> goods = new ArrayList<>(products);
        Collections.shuffle(goods, dice.random());
        List<Line> lines = new ArrayList<>();
        int wanted = dice.between(1, 4);
        for (int number = 1; number <= wanted; number++) {
            Product product = goods.get(number);
            lines.add(Line.of(number, product, quantity(), price(product, customer), taxRate(customer)));
        }
        return lines;
    }

    /** A new version of an offer asks a little less for the same goods. */
    List<Line> cheaper(List<Line> lines, String factor) {
        return lines.stream()
                .map(line -> Line.of(
                        line.number(),
                        line.product(),
                        line.quantity(),
                        line.price().multiply(new BigDecimal(factor)).setScale(2, RoundingMode.HALF_UP),
                        line.taxRate()))
                .toList();
    }

    private BigDecimal quantity() {
        return BigDecimal.valueOf(dice.chance(0.5) ? dice.between(1, 40) * 10L : dice.between(1, 250));
    }

    private BigDecimal price(Product product, Customer customer) {
        BigDecimal factor = BigDecimal.valueOf(dice.between(90, 105), 2);
        return product.listPrice()
                .multiply(factor)
                .divide(Currencies.rate(customer.currency()), 2, RoundingMode.HALF_UP);
    }

    private static BigDecimal taxRate(Customer customer) {
        return customer.abroad() ? new BigDecimal("0.00") : Product.TAX_RATE;
    }
}
