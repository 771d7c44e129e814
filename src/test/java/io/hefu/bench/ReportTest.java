package io.hefu.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ReportTest {
    private static Figure figure(Subject subject, double seconds, double cpu) {
        return new Figure(
                subject, 1000, seconds, OptionalDouble.of(cpu), OptionalDouble.of(cpu / 2), OptionalLong.of(300));
    }

    private static Report report() {
        LoadOptions options = new LoadOptions(1000, 3, false, Optional.empty(), Optional.empty());
        return new Report(new Measured(
                options,
                "2 CPU",
                List.of(
                        List.of(figure(Subject.LIMIT, 1, 1), figure(Subject.WAY, 2, 2), figure(Subject.SWEEP, 0.1, 1)),
                        List.of(figure(Subject.LIMIT, 4, 1), figure(Subject.WAY, 5, 2), figure(Subject.SWEEP, 0.1, 1)),
                        List.of(
                                figure(Subject.LIMIT, 1, 1),
                                figure(Subject.WAY, 10, 9),
                                figure(Subject.SWEEP, 0.1, 1)))));
    }

    @Test
    void theRatioIsTheMedianOfTheRatiosOfEachRound() throws Exception {
        JsonNode way = new ObjectMapper().readTree(report().json()).get("way-postgresql");

        assertThat(way.get("ratio").asDouble()).isEqualTo(0.5);
        assertThat(way.get("cpuRatio").asDouble()).isEqualTo(2.0);
        assertThat(way.get("rowsPerSecond").asInt()).isEqualTo(200);
    }

    @Test
    void theTableSaysInBothLanguagesWhichGoalsAreMet() {
        assertThat(report().table(Locale.ENGLISH))
                .contains("the whole way at least 0.5 of L")
                .contains("missed");
        assertThat(report().table(Locale.CHINESE)).contains("全程至少 L 的 0.5").contains("未达到");
    }
}
