package io.hefu.mapping;

import io.hefu.definition.Text;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A system's codes and ours. */
final class CodeTable {
    private final Map<String, String> toOurs;
    private final Map<String, String> toTheirs = new LinkedHashMap<>();

    /** @param toOurs theirs to ours, in the order written */
    CodeTable(Map<String, String> toOurs) {
        this.toOurs = new LinkedHashMap<>(toOurs);
        toOurs.forEach((theirs, ours) -> toTheirs.putIfAbsent(ours, theirs));
    }

    /** @return our code or a {@link Refusal} */
    Object read(String theirs) {
        String ours = toOurs.get(theirs);
        return ours == null ? unknown(theirs) : ours;
    }

    boolean knows(String theirs) {
        return toOurs.containsKey(theirs);
    }

    Collection<String> theirs() {
        return toOurs.keySet();
    }

    /** Their code for one of ours; empty when they have none. */
    Optional<String> write(String ours) {
        return Optional.ofNullable(toTheirs.get(ours));
    }

    private Refusal unknown(String theirs) {
        Text attempt = nearest(theirs)
                .map(near -> Text.of(
                        "若指 “%s”，请在来源系统中改正；否则请在 codes 中补充 %s",
                        "if “%s” is meant, correct it in the source system; else add %s to codes:",
                        near,
                        Shown.of(theirs)))
                .orElse(Text.of("请在 codes 中补充 %s", "add %s to codes:", Shown.of(theirs)));
        return new Refusal(
                FieldFault.Kind.UNKNOWN_CODE,
                Text.of("未知代码 %s；已知：%s", "unknown code %s; known: %s", Shown.of(theirs), Shown.listed(toOurs.keySet())),
                attempt);
    }

    private Optional<String> nearest(String theirs) {
        return nearest(theirs, List.copyOf(toOurs.keySet()));
    }

    /** The candidate that a person most likely meant; empty when none is near. */
    static Optional<String> nearest(String word, Collection<String> candidates) {
        String bare = bare(word);
        int best = Math.max(1, Math.min(bare.length(), 20) / 2);
        String found = null;
        for (String candidate : candidates) {
            int distance = distance(bare, bare(candidate));
            if (distance < best || distance == best && found == null && distance < bare.length()) {
                best = distance;
                found = candidate;
            }
        }
        return Optional.ofNullable(found);
    }

    private static String bare(String word) {
        String lower = word.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", "");
        return lower.length() > 60 ? lower.substring(0, 60) : lower;
    }

    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
