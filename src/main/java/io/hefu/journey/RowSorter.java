package io.hefu.journey;

import io.hefu.crosswalk.Link;
import io.hefu.mapping.ChildJoin;
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
import java.util.function.Function;

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

    /** @param former position before this batch: one that did not move need not be committed */
    SourceBatch sort(RowBatch batch, Optional<String> former) {
        RowBatch whole = new ChildJoin(side, connection).join(batch);
        Map<String, SourceRow> rows = byKey(whole);
        Map<String, Link> links = context.state()
                .crosswalk()
                .find(mapping.system(), mapping.entity().name(), rows.keySet());
        Optional<String> position = Optional.of(batch.position()).filter(now -> !former.equals(Optional.of(now)));
        return sorted(
                whole, new ArrayList<>(rows.values()), row -> Optional.ofNullable(links.get(row.key())), position);
    }

    SourceBatch sort(RowBatch batch, SweepJoin join) {
        RowBatch whole = new ChildJoin(side, connection).join(batch);
        List<SourceRow> rows = new ArrayList<>(byKey(whole).values());
        return sorted(whole, rows, row -> hasKey(row) ? join.advance(row.key()) : Optional.empty(), Optional.empty());
    }

    /** Of a key read twice in one batch the later version counts; the earlier is known by it. */
    private Map<String, SourceRow> byKey(RowBatch whole) {
        Map<String, SourceRow> rows = new LinkedHashMap<>();
        whole.rows().stream().map(this::keyed).forEach(row -> rows.put(row.key(), row));
        return rows;
    }

    /** A row without a key has no place in the order of keys. */
    private boolean hasKey(SourceRow row) {
        return !row.isNameless() || mapping.key(row.row()).isPresent();
    }

    private SourceBatch sorted(
            RowBatch whole,
            List<SourceRow> rows,
            Function<SourceRow, Optional<Link>> links,
            Optional<String> position) {
        boolean parks = context.state().parksAnything(context.flow());
        List<SourceRow> news = new ArrayList<>(rows.size());
        List<String> unchanged = new ArrayList<>();
        for (SourceRow row : rows) {
            if (!isKnown(row, links.apply(row))) {
                news.add(row);
            } else if (parks) {
                unchanged.add(row.key());
            }
        }
        int known = whole.rows().size() - news.size();
        return new SourceBatch(context, whole.shape(), news, known, unchanged, List.of(), position);
    }

    private static boolean isKnown(SourceRow row, Optional<Link> link) {
        return link.isPresent()
                && link.get().present()
                && link.get().fingerprint().equals(row.fingerprint());
    }

    private SourceRow keyed(Row row) {
        Fingerprint fingerprint = mapping.fingerprint(row);
        return mapping.key(row)
                .map(key -> new SourceRow(key, row, fingerprint, OptionalLong.empty()))
                .orElseGet(() -> SourceRow.nameless(row, fingerprint));
    }
}
