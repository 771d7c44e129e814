package io.hefu.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableGrowthTest {
    private final TableGrowth growth = new TableGrowth();

    private static Transaction.Grown grown(String table, long rows) {
        return new Transaction.Grown(table, new BulkWriter() {
            @Override
            public void add(Object... values) {}

            @Override
            public void flush() {}

            @Override
            public long added() {
                return rows;
            }
        });
    }

    @Test
    void aTableIsLookedAtOnceItHasGrown() {
        assertThat(growth.note(List.of(grown("link", 1_999)))).isEmpty();
        assertThat(growth.note(List.of(grown("link", 1), grown("golden", 1)))).containsExactly("link");
    }

    @Test
    void itIsLookedAtAgainOnlyWhenItHasGrownManyTimesOver() {
        growth.note(List.of(grown("link", 2_000)));

        assertThat(growth.note(List.of(grown("link", 10_000)))).isEmpty();
        assertThat(growth.note(List.of(grown("link", 4_000)))).containsExactly("link");
    }
}
