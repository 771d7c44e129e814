package io.hefu.demo.company.books;

import java.math.BigDecimal;
import java.util.Map;

/** The three currencies of the demo company: their rate to CNY in its books, and finance's names for them. */
public final class Currencies {
    private static final Map<String, BigDecimal> RATES = Map.of(
            "CNY", new BigDecimal("1.000000"), "USD", new BigDecimal("7.100000"), "EUR", new BigDecimal("7.850000"));
    private static final Map<String, String> TITLES = Map.of("CNY", "人民币", "USD", "美元", "EUR", "欧元");

    private Currencies() {}

    public static BigDecimal rate(String currency) {
        return RATES.get(currency);
    }

    public static String title(String currency) {
        return TITLES.get(currency);
    }
}
