package io.hefu.bench;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/** The middle one of several measurements, since a shared machine has bad moments. */
final class Median {
    private Median() {}

    static double of(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** Empty unless every one was measured. */
    static OptionalDouble of(List<Figure> figures, Function<Figure, OptionalDouble> value) {
        List<OptionalDouble> values = figures.stream().map(value).toList();
        return values.isEmpty() || values.stream().anyMatch(OptionalDouble::isEmpty)
                ? OptionalDouble.empty()
                : OptionalDouble.of(of(values.stream().mapToDouble(OptionalDouble::getAsDouble)));
    }
}
