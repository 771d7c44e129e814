package io.hefu.golden;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The currencies that a document names by one byte. The order is part of the format: only ever add at the end. */
final class Currencies {
    private static final List<String> KNOWN =
            List.of("CNY", "USD", "EUR", "HKD", "JPY", "GBP", "TWD", "KRW", "SGD", "AUD", "CAD", "CHF", "VND", "RUB");
    private static final Map<String, Integer> NUMBERS = new HashMap<>();

    static {
        KNOWN.forEach(currency -> NUMBERS.put(currency, NUMBERS.size() + 1));
    }

    private Currencies() {}

    /** 0 for one that must be written out. */
    static int numberOf(String currency) {
        return NUMBERS.getOrDefault(currency, 0);
    }

    static String of(int number) {
        return KNOWN.get(number - 1);
    }
}
