package io.hefu.demo.company.books;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** Counts documents within each year, as in SO-2026-00001. */
final class Numbers {
    private final Map<String, Integer> last = new HashMap<>();

    String next(String kind, LocalDate day, int digits) {
        String prefix = kind + "-" + day.getYear() + "-";
        int number = last.merge(prefix, 1, Integer::sum);
        return prefix + ("%0" + digits + "d").formatted(number);
    }
}
