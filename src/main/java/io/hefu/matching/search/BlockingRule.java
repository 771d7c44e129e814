package io.hefu.matching.search;

import io.hefu.matching.table.Rows;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Rows that agree in all of these columns are compared.
 *
 * @param columns places of the columns in the rows
 * @param refiners at most two further columns, by which a block that grew too large is divided, one after the other
 */
public record BlockingRule(List<Integer> columns, List<Integer> refiners) {
    static final int MOST_REFINERS = 2;

    /** The traits' names: {@code given_name + surname}. */
    public String title(Rows rows) {
        return columns.stream()
                .map(column -> rows.columns().get(column).trait().name())
                .collect(Collectors.joining(" + "));
    }
}
