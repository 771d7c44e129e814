package io.hefu.definition;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the word that a person most likely meant. */
public final class Spelling {
    private Spelling() {}

    /** The candidate with the fewest changed letters; empty when none is near enough to be meant. */
    public static Optional<String> nearest(String written, Collection<String> candidates) {
        int allowed = Math.max(1, written.length() / 3);
        return candidates.stream()
                .filter(candidate -> distance(fold(written), fold(candidate)) <= allowed)
                .min(Comparator.comparingInt(candidate -> distance(fold(written), fold(candidate))));
    }

    /** "Did you mean …", or what else to try when nothing is near. */
    public static Text didYouMean(String written, Collection<String> candidates, Text otherwise) {
        return nearest(written, candidates)
                .map(near -> Text.of("是否想写 %s？", "did you mean %s?", near))
                .orElse(otherwise);
    }

    /** Names in one line, told in full up to thirty. */
    public static Text listed(Collection<String> names) {
        String shown = String.join(", ", names.stream().limit(30).toList());
        return names.size() <= 30
                ? Text.same(shown)
                : Text.of("%s 等 %s 个", "%s and others, %s in all", shown, names.size());
    }

    private static String fold(String word) {
        return word.toLowerCase(java.util.Locale.ROOT).replace("_", "").replace("-", "");
    }

    /** Letters to insert, delete, replace or swap with their neighbour (optimal string alignment). */
    private static int distance(String from, String to) {
        int[][] cost = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, from, to, i, j);
            }
        }
        return cost[from.length()][to.length()];
    }

    private static int cheapest(int[][] cost, String from, String to, int i, int j) {
        int replaced = cost[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        int changed = Math.min(replaced, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(changed, cost[i - 2][j - 2] + 1) : changed;
    }
}
