package io.hefu.demo.company.books;

import java.math.BigDecimal;

/** Something the demo company sells; the price is net, in CNY. */
public record Product(int id, String code, String name, String specification, String unit, BigDecimal listPrice) {
    public static final BigDecimal TAX_RATE = new BigDecimal("13.00");
}
