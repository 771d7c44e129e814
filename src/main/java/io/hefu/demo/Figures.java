package io.hefu.demo;

import io.hefu.console.Matter;
import io.hefu.definition.Text;
import io.hefu.ledger.Equation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came of the demo's first reading: of the hub's own tables, and of the systems themselves where they are the judge.
 *
 * @param read records read, by system, in the order of systems
 * @param customers how many customers stand in how many systems, the greatest number of systems first
 * @param disagreements values of customers of which systems say different things
 * @param corrected accounts of the CRM that were put right
 * @param newInFinance customers that finance did not have
 * @param approved the ERP's approved orders, asked there, by currency
 * @param orders what finance has of them, asked there
 * @param plan their instalments, asked there
 * @param open what customers owe as the hub knows it, by currency
 * @param owed the same, asked in finance
 * @param stopped everything that stands still
 * @param failed deliveries that a target refused or did not answer
 */
record Figures(
        Map<String, Long> read,
        Map<Integer, Long> customers,
        long disagreements,
        long corrected,
        long newInFinance,
        Map<String, Sum> approved,
        Map<String, Sum> orders,
        Map<String, Sum> plan,
        Map<String, Sum> open,
        Map<String, Sum> owed,
        List<Stopped> stopped,
        List<Reminded> sent,
        List<Reminded> keptBack,
        long failed,
        Equation equation) {

    /** An amount of money in one currency, of so many records. */
    record Sum(long rows, BigDecimal amount) {
        boolean sameAmount(Sum other) {
            return amount.compareTo(other.amount) == 0;
        }
    }

    /**
     * Something that stands still.
     *
     * @param key in the system that it came from
     * @param fault of those that were put into the company on purpose; empty when nobody expected it
     */
    record Stopped(Matter.Kind kind, Text system, String key, Optional<Text> fault, Text reason) {}

    /** A reminder, named by its receivable; {@code reason} why it was kept back. */
    record Reminded(String receivable, Text step, String recipient, Text reason) {}

    long customersInAll() {
        return customers.values().stream().mapToLong(Long::longValue).sum();
    }

    boolean ordersTieOut() {
        return tie(approved, orders, true) && tie(orders, plan, false);
    }

    boolean receivablesTieOut() {
        return tie(open, owed, false);
    }

    List<Stopped> unexpected() {
        return stopped.stream().filter(each -> each.fault().isEmpty()).toList();
    }

    private static boolean tie(Map<String, Sum> one, Map<String, Sum> other, boolean rowsToo) {
        return one.keySet().equals(other.keySet())
                && one.entrySet().stream()
                        .allMatch(each -> each.getValue().sameAmount(other.get(each.getKey()))
                                && (!rowsToo
                                        || each.getValue().rows()
                                                == other.get(each.getKey()).rows()));
    }
}
