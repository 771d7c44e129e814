package io.hefu.matching.search;

import io.hefu.matching.compare.Scale;
import io.hefu.matching.table.Column;
import io.hefu.matching.table.Rows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Chooses the blocking rules that the data asks for: columns, and combinations of two, that bring few pairs for the
 * number of rows. Several rules are needed, since a pair with a slip in one column is found by another.
 */
final class RuleChoice {
    /** Pairs a row that a rule may bring. */
    private static final double BUDGET = 10;

    private static final int MOST_RULES = 14;
    private static final double SCARCE = 0.02;

    private final Rows rows;
    private final double[] pairs;

    private RuleChoice(Rows rows) {
        this.rows = rows;
        this.pairs = rows.columns().stream().mapToDouble(this::share).toArray();
    }

    static List<Blocks> of(Rows rows) {
        return new RuleChoice(rows).choose();
    }

    /**
     * For one record that is looked for: every column that distinguishes at all, however common its value, and the
     * combinations.
     */
    static List<BlockingRule> forOne(Rows rows) {
        RuleChoice choice = new RuleChoice(rows);
        List<Integer> usable = choice.usable();
        List<List<Integer>> columns =
                new ArrayList<>(usable.stream().map(List::of).toList());
        choice.candidates(usable).stream()
                .map(Candidate::columns)
                .filter(each -> each.size() > 1)
                .forEach(columns::add);
        return columns.stream()
                .map(each -> new BlockingRule(each, choice.refiners(each, usable)))
                .toList();
    }

    private List<Integer> usable() {
        return IntStream.range(0, pairs.length)
                .filter(i -> distinguishes(rows.columns().get(i)))
                .boxed()
                .toList();
    }

    /** A combination of columns and how many pairs a row it is expected to bring. */
    private record Candidate(List<Integer> columns, double expected) {}

    private List<Blocks> choose() {
        List<Integer> usable = usable();
        List<Candidate> candidates = candidates(usable);
        return candidates.stream()
                .map(candidate -> new BlockingRule(candidate.columns(), refiners(candidate.columns(), usable)))
                .map(rule -> Blocks.of(rule, rows))
                .filter(blocks -> blocks.count() > 0 && (candidates.size() == 1 || affordable(blocks)))
                .limit(MOST_RULES)
                .toList();
    }

    private List<Candidate> candidates(List<Integer> usable) {
        List<Candidate> singles = usable.stream()
                .map(column -> new Candidate(List.of(column), expected(pairs[column])))
                .toList();
        List<Candidate> chosen = new ArrayList<>(
                singles.stream().filter(single -> single.expected() <= BUDGET).toList());
        List<Integer> common = singles.stream()
                .filter(single -> single.expected() > BUDGET)
                .map(single -> single.columns().get(0))
                .toList();
        chosen.sort(Comparator.comparingDouble(Candidate::expected));
        addCombinations(common, chosen);
        if (chosen.isEmpty()) {
            singles.stream()
                    .min(Comparator.comparingDouble(Candidate::expected))
                    .ifPresent(chosen::add);
        }
        return chosen;
    }

    /** Columns that go together, a town and its postcode, bring more pairs than was expected. */
    private boolean affordable(Blocks blocks) {
        return blocks.pairs() <= BUDGET * rows.size();
    }

    private void addCombinations(List<Integer> common, List<Candidate> chosen) {
        List<Candidate> two = new ArrayList<>();
        for (int a : common) {
            for (int b : common) {
                double expected = expected(pairs[a] * pairs[b]);
                if (a < b && expected <= BUDGET) {
                    two.add(new Candidate(List.of(a, b), expected));
                }
            }
        }
        two.sort(Comparator.comparingDouble(Candidate::expected));
        int[] uses = new int[pairs.length];
        while (!two.isEmpty() && chosen.size() < MOST_RULES) {
            // columns that were used least come first, so that a slip in one leaves many rules
            Candidate next = two.stream()
                    .min(Comparator.comparingInt(each -> each.columns().stream()
                            .mapToInt(column -> uses[column])
                            .sum()))
                    .orElseThrow();
            next.columns().forEach(column -> uses[column]++);
            two.remove(next);
            chosen.add(next);
        }
    }

    /** The columns that divide best come first. */
    private List<Integer> refiners(List<Integer> columns, List<Integer> usable) {
        return usable.stream()
                .filter(column -> !columns.contains(column))
                .sorted(Comparator.comparingDouble(
                        column -> -rows.columns().get(column).present() * (1 - pairs[column])))
                .limit(BlockingRule.MOST_REFINERS)
                .toList();
    }

    private double expected(double share) {
        return share * (rows.size() - 1) / 2;
    }

    /** Of all pairs of rows, how many agree in this column. */
    private double share(Column column) {
        double present = (double) column.present() / Math.max(1, rows.size());
        return present * present * column.sameByChance();
    }

    private boolean distinguishes(Column column) {
        boolean few = column.trait().scale() == Scale.SAME
                && !column.trait().evidence().witnesses();
        return !few && column.present() > 1 && column.present() >= SCARCE * rows.size() / 10;
    }
}
