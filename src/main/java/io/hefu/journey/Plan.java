package io.hefu.journey;

import com.dynatrace.hash4j.hashing.HashStream128;
import com.dynatrace.hash4j.hashing.Hashing;
import io.hefu.definition.Text;
import io.hefu.ledger.Equation;
import io.hefu.ledger.Flow;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the hub would do now: what each reading would come to, and every row that each target would be told.
 *
 * @param id names the plan by its lines: equal plans have equal ids
 * @param version of the definitions that it was made under
 * @param equations per flow, what was read and what became of it
 * @param troubles flows that would pause or cannot be read, and why
 * @param absent what the lines do not show, and why: records that wait or are quarantined, and what may not be told yet
 */
public record Plan(
        String id,
        Instant at,
        String version,
        Map<Flow, Equation> equations,
        Map<Flow, Text> troubles,
        List<Absent> absent,
        List<Line> lines,
        List<Total> totals) {

    /**
     * A row that a target would be told.
     *
     * @param operation {@code +}, {@code ~} or {@code -}
     * @param identity how a person names the record: its business key, else its key in the system that has it
     * @param key in the target; empty when it would be created
     * @param cells what would be written
     * @param enabled whether writing is switched on there
     * @param reversible whether it can be undone, and how
     */
    public record Line(
            String target,
            String entity,
            String operation,
            String identity,
            Optional<String> key,
            List<Cell> cells,
            boolean enabled,
            Text reversible) {}

    /** @param place a flow, or a target and its entity */
    public record Absent(Flow place, Text why) {}

    /** @param before empty when the target has none, or it cannot be read */
    public record Cell(String column, Optional<String> before, String after) {}

    /** The money of a target's lines: how many rows, and the sum of their main amount in one currency. */
    public record Total(String target, String entity, String operation, String currency, long rows, BigDecimal sum) {}

    /** What names these lines. */
    public static String idOf(List<Line> lines) {
        HashStream128 hash = Hashing.murmur3_128().hashStream();
        lines.forEach(line -> hash.putString(line.toString()));
        return "%016x".formatted(hash.get().getMostSignificantBits());
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }
}
