package io.hefu.journey;

import io.hefu.crosswalk.Link;
import io.hefu.mapping.Mapping;
import io.hefu.mapping.ReadSide;
import io.hefu.systems.Fingerprint;
import io.hefu.systems.Row;
import io.hefu.systems.RowBatch;
import io.hefu.systems.SystemConnection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Joins children to the rows of a batch, and sorts out those that the hub knows as they are. */
final class RowSorter {
    private final BatchContext context;
    private final Mapping mapping;
    private final ReadSide side;
    private final SystemConnection connection;

    RowSorter(BatchContext context, SystemConnection connection) {
        this.context = context;
        this.mapping = context.mapping().orElseThrow();
        this.side = mapping.read().orElseThrow();
        this.connection = connection;
    }

    SourceBatch sort(RowBatch batch) {
        RowBatch whole = new ChildJoin(side, connection).join(batch);
        Map<String, SourceRow> rows = keyed(whole);
        Map<String, Link> links =
                context.state().crosswalk().find(mapping.system(), mapping.entity().name(), rows.keySet());
        List<SourceRow> news = new ArrayList<>(rows.size());
        for (SourceRow row : rows.values()) {
            if (!isKnown(row, Optional.ofNullable(links.get(row.key())))) {
                news.add(row);
            }
        }
        // The same key read twice in one batch counts twice as read; its earlier version is superseded by the later.
        int unchanged = whole.rows().size() - news.size();
        return new SourceBatch(
                context, whole.shape(), news, unchanged, List.of(), Optional.of(whole.position()));
    }

    SourceBatch sortSweep(RowBatch batch, SweepJoin join) {
        RowBatch whole = new ChildJoin(side, connection).join(batch);
        List<SourceRow> news = new ArrayList<>();
        List<Link> vanished = new ArrayList<>();
        for (Row row : whole.rows()) {
            SourceRow source = keyed(row);
            if (!isKnown(source, join.advance(source.key(), vanished))) {
                news.add(source);
            }
        }
        int unchanged = whole.rows().size() - news.size();
        return new SourceBatch(context, whole.shape(), news, unchanged, vanished, Optional.empty());
    }

    private static boolean isKnown(SourceRow row, Optional<Link> link) {
        return link.isPresent() && link.get().present() && link.get().fingerprint().equals(row.fingerprint());
    }

    private Map<String, SourceRow> keyed(RowBatch batch) {
        Map<String, SourceRow> rows = new LinkedHashMap<>();
        for (Row row : batch.rows()) {
            SourceRow source = keyed(row);
            rows.put(source.key(), source);
        }
        return rows;
    }

    /** A row without a key goes on under a key of its own looks, so that it is quarantined once, not once a reading. */
    private SourceRow keyed(Row row) {
        Fingerprint fingerprint = mapping.fingerprint(row);
        String key = mapping.key(row).orElseGet(() -> "?" + Long.toHexString(fingerprint.high()));
        return new SourceRow(key, row, fingerprint, OptionalLong.empty());
    }
}
