package io.hefu.matching.bench;

import com.sun.management.OperatingSystemMXBean;
import io.hefu.matching.Evaluation;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Locale;

/**
 * What one subject did with one set of rows.
 *
 * @param before clustering
 * @param after clustering
 */
record BenchLine(
        String subject, String data, Evaluation before, Evaluation after, double seconds, double cpu, long heap) {
    /** A thing to be measured; it returns what it found, before and after clustering. */
    interface Run {
        Evaluation[] found();
    }

    static BenchLine measure(String subject, String data, Run run) {
        System.gc();
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
        double cpu = cpuSeconds();
        long start = System.nanoTime();
        Evaluation[] found = run.found();
        double seconds = (System.nanoTime() - start) / 1e9;
        return new BenchLine(subject, data, found[0], found[1], seconds, cpuSeconds() - cpu, heapMegabytes());
    }

    private static double cpuSeconds() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1e9;
    }

    /** The most that was in the heap, what was not yet collected among it, in MB. */
    private static long heapMegabytes() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                >> 20;
    }

    static String header() {
        return "| data | subject | P before | R before | F1 before | P after | R after | F1 after | s | CPU s | heap MB |\n"
                + "|---|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|";
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.4f | %.4f | %.4f | %.4f | %.4f | %.4f | %.1f | %.1f | %d |",
                data,
                subject,
                before.precision(),
                before.recall(),
                before.f1(),
                after.precision(),
                after.recall(),
                after.f1(),
                seconds,
                cpu,
                heap);
    }
}
