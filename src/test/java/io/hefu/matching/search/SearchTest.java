package io.hefu.matching.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.hefu.matching.sample.Sample;
import io.hefu.matching.table.Field;
import io.hefu.matching.table.FieldKind;
import io.hefu.matching.table.Rows;
import io.hefu.matching.table.RowsBuilder;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which pairs are compared. */
class SearchTest {
    @Test
    void aPairThatSeveralRulesBringIsFoundOnce() {
        Rows rows = Sample.people(77, 3_000).rows();
        Search search = Search.over(rows);
        assertThat(search.rules()).hasSizeGreaterThan(3);
        Set<Long> found = new HashSet<>();
        int[] twice = {0};
        for (Search.Part part : search.parts()) {
            search.search(part, (row, others, count) -> {
                for (int i = 0; i < count; i++) {
                    long pair = (long) Math.min(row, others[i]) << 32 | Math.max(row, others[i]);
                    twice[0] += found.add(pair) ? 0 : 1;
                }
            });
        }
        assertThat(twice[0]).isZero();
        assertThat(found).isNotEmpty();
    }

    @Test
    void aBlockThatIsTooLargeIsRefinedAndNotDropped() {
        RowsBuilder builder =
                new RowsBuilder(List.of(new Field("surname", FieldKind.SURNAME), new Field("town", FieldKind.WORDS)));
        for (int i = 0; i < 2_000; i++) {
            builder.add("r" + i, 0, List.of("smith", "town " + i / 2));
        }
        Rows rows = builder.build();
        Blocks blocks = Blocks.of(new BlockingRule(List.of(0), List.of(1)), rows);
        // sixteen bits of a town's hash divide the block, so that a few towns share a part
        assertThat(blocks.count()).isBetween(980, 1_000);
        assertThat(blocks.pairs()).isBetween(1_000L, 1_100L);
    }

    @Test
    void aBlockThatCannotBeRefinedIsGoneThroughByAWindow() {
        RowsBuilder builder = new RowsBuilder(List.of(new Field("surname", FieldKind.SURNAME)));
        for (int i = 0; i < 2_000; i++) {
            builder.add("r" + i, 0, List.of("smith"));
        }
        Blocks blocks = Blocks.of(new BlockingRule(List.of(0), List.of()), builder.build());
        assertThat(blocks.count()).isEqualTo(1);
        assertThat(blocks.pairs()).isEqualTo(2_000L * Blocks.WINDOW);
    }
}
