package io.hefu.mapping;

import io.hefu.dictionary.Record;

/** An expression over a canonical record. */
interface RecordExpression {
    /** @throws WriteSide.NotSayable when it cannot be evaluated on this record */
    Object over(Record record);
}
