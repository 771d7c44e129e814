package io.hefu.mapping;

import io.hefu.definition.Text;
import io.hefu.dictionary.Record;
import java.util.List;

/** What became of one row at the mapping. */
public sealed interface MappedRow {
    /** Understood as a whole. References are still as the source says them. */
    record Mapped(Record record) implements MappedRow {}

    /** Not understood; nothing of it may be used. */
    record Faulty(List<FieldFault> faults) implements MappedRow {}

    /** Left out by a decision that stands in the mapping ({@code only:}). */
    record Dropped(Text decision) implements MappedRow {}
}
