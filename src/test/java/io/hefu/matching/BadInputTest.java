package io.hefu.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.hefu.matching.cluster.Decisions;
import io.hefu.matching.table.Field;
import io.hefu.matching.table.FieldKind;
import io.hefu.matching.table.Rows;
import io.hefu.matching.table.RowsBuilder;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** What no sane file holds is matched in bounded time and memory; bounded work is what is asserted. */
class BadInputTest {
    private static final List<Field> FIELDS =
            List.of(new Field("name", FieldKind.COMPANY), new Field("phone", FieldKind.PHONE));
    private static final int ROWS = 50_000;
    /** Two columns tell nothing else, so that two rules are all there can be; each looks ten rows ahead. */
    private static final long MOST_PAIRS = 2 * 10L * ROWS;

    @Test
    void oneNameVeryManyTimesIsNotComparedWithItself() {
        Matches matches = run(i -> List.of("深圳市蓝海电子有限公司", ""));
        assertThat(matches.scored()).isLessThanOrEqualTo(MOST_PAIRS);
    }

    @Test
    void oneRowVeryManyTimesIsOneCluster() {
        Matches matches = run(i -> List.of("深圳市蓝海电子有限公司", "0755-26001234"));
        assertThat(matches.scored()).isLessThanOrEqualTo(MOST_PAIRS);
    }

    @Test
    void emptyNamesAreNotCompared() {
        Matches matches = run(i -> List.of("", ""));
        assertThat(matches.scored()).isZero();
        assertThat(matches.automatic().size()).isZero();
    }

    @Test
    void namesOfTenThousandCharactersAreCut() {
        String longName = "蓝海".repeat(5_000);
        Rows rows = rows(400, i -> List.of(longName + i, "1380000" + (1000 + i)));
        assertThat(Matching.run(rows, Optional.empty(), Decisions.NONE, Progress.NONE)
                        .scored())
                .isLessThanOrEqualTo(400 * 399 / 2);
        assertThat(rows.columns().get(0).text(0)).hasSizeLessThanOrEqualTo(240);
    }

    @Test
    void strangeCharactersAreNoHindrance() {
        Rows rows = rows(200, i -> List.of("\u0000\ud83d\ude00 \ud800 " + i % 7, "☎" + i));
        assertThat(Matching.run(rows, Optional.empty(), Decisions.NONE, Progress.NONE)
                        .clusters())
                .hasSize(200);
    }

    private static Matches run(IntFunction<List<String>> row) {
        return Matching.run(rows(ROWS, row), Optional.empty(), Decisions.NONE, Progress.NONE);
    }

    private static Rows rows(int count, IntFunction<List<String>> row) {
        RowsBuilder builder = new RowsBuilder(FIELDS);
        for (int i = 0; i < count; i++) {
            builder.add("r" + i, 0, row.apply(i));
        }
        return builder.build();
    }
}
