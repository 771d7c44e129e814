package io.hefu.drift;

import io.hefu.mapping.FieldFault;
import io.hefu.mapping.Mapping;
import io.hefu.systems.RowBatch;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Judges whether a source still looks as it is known, also inside the objects and lists that its records hold. A mapped
 * field that left, a field that nobody mapped or dropped, and a field of another type pause the entity; a record that lacks
 * what every record must carry is stopped alone.
 *
 * <p>A table's columns are its shape. Of JSON the shape is learned: a key that every one of at least 20 records carried
 * belongs to it, and the entity pauses when a whole batch lacks it. After fewer records it pauses only when a new key
 * seems to have taken the place of one that all of them carried. A key that some records carry and others do not is
 * optional; a list without elements and an object that is null say nothing of what is inside.
 */
public final class ShapeGate {
    private ShapeGate() {}

    /**
     * @param known what was learned so far; empty before the first batch
     * @param table whether the system itself gives the shape, so that nothing has to be learned
     */
    public static GateVerdict judge(Mapping mapping, Optional<KnownShape> known, RowBatch batch, boolean table) {
        KnownShape before = known.orElseGet(KnownShape::nothing);
        SeenLevel seen = SeenLevel.of(batch, mapping.source(), table);
        LevelJudge judge = new LevelJudge(mapping, batch, false);
        List<FieldFault> reasons = judge.judge(before.fields(), seen);
        if (reasons.isEmpty()) {
            return new GateVerdict.Passed(
                    new RecordJudge(mapping, false).judge(before.fields(), seen, batch),
                    Learning.of(before, seen),
                    judge.reported());
        }
        Map<String, KnownField> forgotten = KnownShape.nothing().fields();
        return new LevelJudge(mapping, batch, false).judge(forgotten, seen).isEmpty()
                ? new GateVerdict.Paused(new LevelJudge(mapping, batch, true).judge(before.fields(), seen), true)
                : new GateVerdict.Paused(reasons, false);
    }

    /** Of single records only: for rows that were judged as a batch before. */
    public static Map<Integer, List<FieldFault>> judgeRecords(
            Mapping mapping, Optional<KnownShape> known, RowBatch batch, boolean table) {
        SeenLevel seen = SeenLevel.of(batch, mapping.source(), false);
        return new RecordJudge(mapping, table)
                .judge(known.orElseGet(KnownShape::nothing).fields(), seen, batch);
    }
}
