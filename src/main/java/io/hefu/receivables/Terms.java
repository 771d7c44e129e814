package io.hefu.receivables;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What each code of payment terms means as a plan. A part of the snapshot.
 *
 * @param steps code of payment terms to its steps, whose shares sum to one
 */
public record Terms(Map<String, List<Step>> steps) {
    public Terms {
        steps = Map.copyOf(steps);
    }

    /**
     * One instalment of such terms.
     *
     * @param event code of what the term starts from, such as {@code shipment}
     * @param share of the gross amount, such as 0.3
     */
    public record Step(String event, int days, BigDecimal share) {}
}
