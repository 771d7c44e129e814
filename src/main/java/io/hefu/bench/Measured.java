package io.hefu.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * All rounds of one run.
 *
 * @param rounds per round its figures
 */
record Measured(LoadOptions options, String machine, List<List<Figure>> rounds) {
    /** The goals of a first release, in fractions of L, rows a second and MB. */
    static final double RATIO_GOAL = 0.5;

    static final double CPU_GOAL = 2.5;
    static final double SWEEP_GOAL = 150_000;
    static final long MEMORY_GOAL = 640;

    List<Subject> subjects() {
        return Arrays.stream(Subject.values())
                .filter(subject -> !of(subject).isEmpty())
                .toList();
    }

    List<Figure> of(Subject subject) {
        List<Figure> figures = new ArrayList<>();
        rounds.forEach(
                round -> round.stream().filter(f -> f.subject() == subject).forEach(figures::add));
        return figures;
    }

    double rowsPerSecond(Subject subject) {
        return Median.of(of(subject).stream().mapToDouble(Figure::rowsPerSecond));
    }

    OptionalDouble cpu(Subject subject) {
        return Median.of(of(subject), Figure::cpu);
    }

    OptionalDouble ownCpu(Subject subject) {
        return Median.of(of(subject), Figure::ownCpu);
    }

    /** The highest of all rounds. */
    long peakMegabytes(Subject subject) {
        return of(subject).stream()
                .mapToLong(figure -> figure.peakMegabytes().orElse(0))
                .max()
                .orElse(0);
    }

    /** Speed as a fraction of L in the same round, the median of rounds. */
    double ratio(Subject subject) {
        return Median.of(rounds.stream().mapToDouble(round -> in(round, subject) / in(round, Subject.LIMIT)));
    }

    /** Total CPU as a multiple of L's in the same round, the median of rounds. */
    OptionalDouble cpuRatio(Subject subject) {
        return cpu(subject).isPresent() && cpu(Subject.LIMIT).isPresent()
                ? OptionalDouble.of(Median.of(
                        rounds.stream().mapToDouble(round -> cpu(round, subject) / cpu(round, Subject.LIMIT))))
                : OptionalDouble.empty();
    }

    private static double in(List<Figure> round, Subject subject) {
        return figure(round, subject).rowsPerSecond();
    }

    private static double cpu(List<Figure> round, Subject subject) {
        return figure(round, subject).cpu().orElseThrow();
    }

    private static Figure figure(List<Figure> round, Subject subject) {
        return round.stream().filter(f -> f.subject() == subject).findFirst().orElseThrow();
    }
}
