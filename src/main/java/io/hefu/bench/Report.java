package io.hefu.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hefu.definition.Text;
import java.util.Locale;
import java.util.OptionalDouble;

/** What was measured, as a table for people and as JSON for programs. */
final class Report {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Measured measured;

    Report(Measured measured) {
        this.measured = measured;
    }

    String table(Locale locale) {
        StringBuilder table = new StringBuilder();
        table.append(head().in(locale)).append('\n');
        table.append(Text.of(
                        "  行/秒    与 L 之比  CPU 秒（全部/本进程）  与 L 之比  内存峰值 MB  测了什么",
                        "  rows/s  of L   CPU-s all/own    of L's   peak MB   what")
                .in(locale));
        table.append('\n');
        for (Subject subject : measured.subjects()) {
            table.append(String.format(
                    Locale.ROOT,
                    "%8.0f  %5.2f  %6s / %6s  %7s  %8d   %s%n",
                    measured.rowsPerSecond(subject),
                    measured.ratio(subject),
                    shown(measured.cpu(subject), "%.1f"),
                    shown(measured.ownCpu(subject), "%.1f"),
                    shown(measured.cpuRatio(subject), "%.2f"),
                    measured.peakMegabytes(subject),
                    subject.title().in(locale)));
        }
        goals(table, locale);
        return table.toString();
    }

    private Text head() {
        return Text.of(
                "%s 行客户，18 列；%s 轮的中位数；%s",
                "%s customers of 18 columns; medians of %s rounds; %s",
                measured.options().rows(),
                measured.rounds().size(),
                measured.machine());
    }

    private void goals(StringBuilder table, Locale locale) {
        if (measured.of(Subject.WAY).isEmpty()) {
            return;
        }
        double ratio = measured.ratio(Subject.WAY);
        double sweep = measured.rowsPerSecond(Subject.SWEEP);
        long peak = measured.peakMegabytes(Subject.WAY);
        goal(table, locale, ratio >= Measured.RATIO_GOAL, Text.of("全程至少 L 的 0.5", "the whole way at least 0.5 of L"));
        measured.cpuRatio(Subject.WAY)
                .ifPresent(cpu -> goal(
                        table,
                        locale,
                        cpu <= Measured.CPU_GOAL,
                        Text.of("CPU 至多 L 的 2.5 倍", "CPU at most 2.5 times that of L")));
        goal(table, locale, sweep >= Measured.SWEEP_GOAL, Text.of("复核至少每秒 15 万行", "a sweep at least 150,000 rows/s"));
        goal(table, locale, peak <= Measured.MEMORY_GOAL, Text.of("内存至多 640 MB", "at most 640 MB of memory"));
    }

    private static void goal(StringBuilder table, Locale locale, boolean met, Text what) {
        Text word = met ? Text.of("达到", "met   ") : Text.of("未达到", "missed");
        table.append("  ")
                .append(word.in(locale))
                .append("  ")
                .append(what.in(locale))
                .append('\n');
    }

    private static String shown(OptionalDouble value, String format) {
        return value.isPresent() ? String.format(Locale.ROOT, format, value.getAsDouble()) : "-";
    }

    String json() {
        ObjectNode root = JSON.createObjectNode();
        root.put("rows", measured.options().rows());
        root.put("rounds", measured.rounds().size());
        root.put("machine", measured.machine());
        root.put("heapLimitMegabytes", Runtime.getRuntime().maxMemory() >> 20);
        for (Subject subject : measured.subjects()) {
            ObjectNode one = root.putObject(subject.id());
            one.put("rowsPerSecond", Math.round(measured.rowsPerSecond(subject)));
            one.put("ratio", rounded(measured.ratio(subject)));
            measured.cpu(subject).ifPresent(cpu -> one.put("cpuSeconds", rounded(cpu)));
            measured.ownCpu(subject).ifPresent(cpu -> one.put("ownCpuSeconds", rounded(cpu)));
            measured.cpuRatio(subject).ifPresent(cpu -> one.put("cpuRatio", rounded(cpu)));
            one.put("peakMegabytes", measured.peakMegabytes(subject));
            one.set(
                    "seconds",
                    JSON.valueToTree(measured.of(subject).stream()
                            .map(figure -> rounded(figure.seconds()))
                            .toList()));
        }
        return root.toPrettyString();
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
