package io.hefu.delivery;

import io.hefu.crosswalk.Link;
import io.hefu.dictionary.FieldType;
import io.hefu.dictionary.Record;
import io.hefu.golden.Echo;
import io.hefu.golden.GoldenRecord;
import io.hefu.golden.Survivorship;
import io.hefu.systems.OutgoingRow;
import io.hefu.systems.WriteOperation;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A wanted version, ready to be sent.
 *
 * @param record that is sent, in canonical values
 * @param fields of it that are sent
 * @param cells the same in the target's words
 */
record Prepared(
        Wanted wanted,
        GoldenRecord golden,
        Optional<Link> link,
        WriteOperation operation,
        Record record,
        Set<FieldType> fields,
        Map<String, Object> cells,
        Optional<Map<String, Object>> cellsBefore) {

    OutgoingRow row() {
        return new OutgoingRow(wanted.uid().toString(), link.map(Link::key), cells);
    }

    Prepared after(Map<String, Object> before) {
        return new Prepared(wanted, golden, link, operation, record, fields, cells, Optional.of(before));
    }

    /** That these fields stand in the target's row now because they were written there. */
    Echo.Written written(String target, String key, Record stored, Set<FieldType> which) {
        return new Echo.Written(key, wanted.uid(), stored, which, Survivorship.heard(golden, target));
    }
}
