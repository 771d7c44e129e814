package io.hefu.golden;

import io.hefu.dictionary.FieldType;
import io.hefu.dictionary.Record;
import io.hefu.dictionary.Uid;
import java.util.Set;

/**
 * What the row of a key holds because the hub wrote it there, or because the system stored otherwise what the hub wrote.
 *
 * @param told the values, of the fields alone that are an echo
 * @param heard the newest batch of the system's own words when it was written: once it spoke again, this is history
 */
public record Echo(String key, Uid uid, Record told, long heard) {
    /**
     * What was just written.
     *
     * @param fields which of the record's fields; of one that it does not carry nothing is told any more
     */
    public record Written(String key, Uid uid, Record record, Set<FieldType> fields, long heard) {
        /** What stands there now, of one that was written before perhaps. */
        Echo after(Echo former) {
            boolean goesOn = former != null && former.uid().equals(uid) && former.heard() == heard;
            Record told = goesOn ? former.told() : Record.empty(record.type());
            for (FieldType field : fields) {
                told = told.with(field, record.raw(field.index()));
            }
            return new Echo(key, uid, told, heard);
        }
    }
}
