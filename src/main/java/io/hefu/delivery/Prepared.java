package io.hefu.delivery;

import io.hefu.crosswalk.Link;
import io.hefu.golden.GoldenRecord;
import io.hefu.systems.OutgoingRow;
import io.hefu.systems.WriteOperation;
import java.util.Map;
import java.util.Optional;

/** A wanted version, ready to be sent. */
record Prepared(
        Wanted wanted,
        GoldenRecord golden,
        Optional<Link> link,
        WriteOperation operation,
        Map<String, Object> cells,
        Optional<Map<String, Object>> cellsBefore) {

    OutgoingRow row() {
        return new OutgoingRow(wanted.uid().toString(), link.map(Link::key), cells);
    }

    Prepared after(Map<String, Object> before) {
        return new Prepared(wanted, golden, link, operation, cells, Optional.of(before));
    }
}
