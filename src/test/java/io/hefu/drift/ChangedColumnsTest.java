package io.hefu.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.hefu.mapping.Home;
import io.hefu.mapping.Mapping;
import io.hefu.systems.Row;
import io.hefu.systems.RowBatch;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A record may say when it changed in several columns; each of them is known to the gate. */
class ChangedColumnsTest {
    @TempDir
    Path folder;

    private GateVerdict verdict(Row row, boolean table) {
        Mapping mapping = Home.in(folder)
                .dealFile("read: {resource: deals, key: id, changed: \"made, written\"}\nfields:\n  number: no\n")
                .mapping("crm", "deal");
        return ShapeGate.judge(mapping, Optional.empty(), new RowBatch(row.shape(), List.of(row), "{}"), table);
    }

    @Test
    void theyAreNoNewFields() {
        Row row = Home.row("id", 1L, "no", "D1", "made", "2026-11-24T08:00:00Z", "written", null);
        assertThat(verdict(row, false)).isInstanceOf(GateVerdict.Passed.class);
    }

    @Test
    void aTableThatHasEachOfThemLacksNothing() {
        Row row = Home.row("id", 1L, "no", "D1", "made", "2026-11-24T08:00:00Z", "written", null);
        assertThat(verdict(row, true)).isInstanceOf(GateVerdict.Passed.class);
    }

    @Test
    void aTableThatLostOneOfThemPausesTheEntity() {
        Row row = Home.row("id", 1L, "no", "D1", "made", "2026-11-24T08:00:00Z");
        assertThat(verdict(row, true)).isInstanceOf(GateVerdict.Paused.class);
    }
}
