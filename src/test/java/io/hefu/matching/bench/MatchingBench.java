package io.hefu.matching.bench;

import io.hefu.golden.CompanyName;
import io.hefu.matching.Evaluation;
import io.hefu.matching.Matches;
import io.hefu.matching.Matching;
import io.hefu.matching.Progress;
import io.hefu.matching.cluster.Decisions;
import io.hefu.matching.sample.Sample;
import io.hefu.matching.spelling.MailAddress;
import io.hefu.matching.spelling.Phone;
import io.hefu.matching.spelling.Words;
import io.hefu.matching.table.Field;
import io.hefu.matching.table.Rows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Hefu beside Duke 1.2 on the same rows in the same run, one after the other: {@code mvn test -Dtest=MatchingBench
 * -Dhefu.bench.matching=true}; {@code -Dhefu.bench.people=1000000} and {@code -Dhefu.bench.companies=64000} set the sizes,
 * {@code -Dhefu.bench.duke=100000} up to how many rows Duke takes part.
 */
@EnabledIfSystemProperty(named = "hefu.bench.matching", matches = "true")
class MatchingBench {
    /** Seeds 1 to 99 were used while matching was made. */
    private static final long SEED = 2_026;

    private static final int PEOPLE = Integer.getInteger("hefu.bench.people", 100_000);
    private static final int COMPANIES = Integer.getInteger("hefu.bench.companies", 20_000);
    private static final int DUKE = Integer.getInteger("hefu.bench.duke", 100_000);

    @Test
    void measures() {
        // measured and forgotten, so that the first subject does not pay for the compiler alone
        Sample warming = Sample.people(SEED + 1, 5_000);
        BenchLine.measure("", "", () -> hefu(warming));
        System.out.println(BenchLine.header());
        compare("FEBRL3, 5,000", Sample.febrl());
        compare(String.format("people, %,d", PEOPLE), Sample.people(SEED, PEOPLE));
        compare(String.format("Chinese companies, %,d", COMPANIES), Sample.firms(SEED, COMPANIES, 0));
        compare(String.format("Chinese and Western companies, %,d", COMPANIES), Sample.firms(SEED, COMPANIES, 3));
    }

    private static void compare(String data, Sample sample) {
        System.out.println(BenchLine.measure("Hefu", data, () -> hefu(sample)));
        if (sample.size() <= DUKE) {
            System.out.println(BenchLine.measure("Duke", data, () -> duke(sample, MatchingBench::raw)));
            System.out.println(BenchLine.measure("Duke, cleaned", data, () -> duke(sample, MatchingBench::cleaned)));
        }
    }

    private static Evaluation[] hefu(Sample sample) {
        Rows rows = sample.rows();
        Matches matches = Matching.run(rows, Optional.empty(), Decisions.NONE, Progress.NONE);
        String[] truth = sample.truth(rows);
        return new Evaluation[] {Evaluation.ofLinks(matches, truth), Evaluation.ofClusters(matches, truth)};
    }

    private static Evaluation[] duke(Sample sample, Function<Field, Function<String, String>> cleaning) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < sample.size(); i++) {
            places.put(sample.id(i), i);
        }
        List<int[]> links = new ArrayList<>();
        DukeRun.run(sample, cleaning, (a, b) -> links.add(new int[] {places.get(a), places.get(b)}));
        return Closure.evaluate(sample, links);
    }

    private static Function<String, String> raw(Field field) {
        return String::strip;
    }

    /** What Hefu does to values, for Duke. */
    private static Function<String, String> cleaned(Field field) {
        return switch (field.kind()) {
            case COMPANY -> value -> CompanyName.of(value).cleaned();
            case PHONE -> value -> Phone.of(value).number();
            case MAIL -> value -> MailAddress.of(value).domain();
            default -> Words::of;
        };
    }
}
