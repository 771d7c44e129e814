package io.hefu.promises;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What each kind of kill did, as found by the judge after it. */
final class KillTable {
    /** A kind of kill; what was found since the line before. */
    private record Line(String point, int kills, int lost, int doubled, int unknown) {}

    private final String title;
    private final List<Line> lines = new ArrayList<>();
    private final Set<String> lost = new TreeSet<>();
    private final Set<String> doubled = new TreeSet<>();
    private final Set<String> unknown = new TreeSet<>();

    KillTable(String title) {
        this.title = title;
    }

    /** A kind of kill of which the judge has not looked at what it did; the next line that it looked at says it too. */
    void add(String point, int kills) {
        lines.add(new Line(point, kills, 0, 0, 0));
    }

    void add(String point, int kills, KillJudge.Verdict since) {
        lines.add(new Line(
                point,
                kills,
                fresh(lost, since.lost()),
                fresh(doubled, since.doubled()),
                fresh(unknown, since.unknown())));
    }

    private static int fresh(Set<String> before, Set<String> now) {
        int known = before.size();
        before.addAll(now);
        return before.size() - known;
    }

    int kills() {
        return lines.stream().mapToInt(Line::kills).sum();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(title)
                .append("\n\n| killed | kills | lost | doubled | unknown |\n|---|---:|---:|---:|---:|\n");
        lines.forEach(line -> append(text, line));
        append(text, new Line("in all", kills(), lost.size(), doubled.size(), unknown.size()));
        return text.toString();
    }

    private static void append(StringBuilder text, Line line) {
        text.append("| %s | %d | %d | %d | %d |%n"
                .formatted(line.point(), line.kills(), line.lost(), line.doubled(), line.unknown()));
    }
}
