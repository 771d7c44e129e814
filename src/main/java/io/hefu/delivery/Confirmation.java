package io.hefu.delivery;

import io.hefu.crosswalk.CrosswalkTables;
import io.hefu.crosswalk.Link;
import io.hefu.definition.Text;
import io.hefu.dictionary.FieldType;
import io.hefu.dictionary.Record;
import io.hefu.golden.Echo;
import io.hefu.golden.EchoTables;
import io.hefu.golden.Repetition;
import io.hefu.mapping.ChildJoin;
import io.hefu.mapping.MappedRow;
import io.hefu.mapping.Mapping;
import io.hefu.store.HubDatabase;
import io.hefu.store.Transaction;
import io.hefu.systems.Fingerprint;
import io.hefu.systems.Row;
import io.hefu.systems.WriteOperation;
import io.hefu.systems.WriteResult;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Looks at the target before an update, so that nothing which a person changed there unseen is overwritten, and after a
 * write, so that the hub knows its own echo. Only where the entity is also read from the target.
 */
final class Confirmation {
    /** Time for the change in the target to be read. */
    private static final Duration UNTIL_READ = Duration.ofSeconds(5);

    /** @param moved those that changed in the target since it was last read */
    record Checked(List<Prepared> still, List<Wanted> moved) {}

    private final Place place;
    private final HubDatabase database;
    private final CrosswalkTables crosswalk;
    private final EchoTables echoes;
    private final Mapping mapping;

    Confirmation(Place place, HubDatabase database, CrosswalkTables crosswalk, EchoTables echoes) {
        this.place = place;
        this.database = database;
        this.crosswalk = crosswalk;
        this.echoes = echoes;
        this.mapping = place.mapping();
    }

    Checked checkUnmoved(List<Prepared> ready) {
        List<Prepared> updates = ready.stream()
                .filter(prepared -> prepared.operation() == WriteOperation.UPDATE)
                .toList();
        if (mapping.read().isEmpty() || updates.isEmpty()) {
            return new Checked(ready, List.of());
        }
        Map<String, Row> now = rows(updates.stream()
                .map(prepared -> prepared.link().orElseThrow().key())
                .toList());
        List<Prepared> still = new ArrayList<>();
        List<Wanted> moved = new ArrayList<>();
        for (Prepared prepared : ready) {
            Optional<Row> row = prepared.link().map(Link::key).map(now::get);
            if (prepared.operation() != WriteOperation.UPDATE) {
                still.add(prepared);
            } else if (row.isEmpty() || isAsLastSeen(prepared.link().orElseThrow(), row.get())) {
                still.add(row.map(found ->
                                prepared.after(cells(found, prepared.cells().keySet())))
                        .orElse(prepared));
            } else {
                moved.add(WantedStates.again(
                        prepared.wanted(), changedThere(), place.now().plus(UNTIL_READ)));
            }
        }
        return new Checked(still, moved);
    }

    /** Reads back what was written and keeps its fingerprint as the target stored it. */
    void confirm(List<Delivered> delivered) {
        if (mapping.read().isEmpty()) {
            return;
        }
        Map<String, Prepared> written = new HashMap<>();
        for (Delivered each : delivered) {
            if (each.result() instanceof WriteResult.Written ok
                    && each.prepared().operation() != WriteOperation.DELETE) {
                written.put(ok.key(), each.prepared());
            }
        }
        if (written.isEmpty()) {
            return;
        }
        List<Link> seen = new ArrayList<>();
        List<Echo.Written> otherwise = new ArrayList<>();
        rows(List.copyOf(written.keySet())).forEach((key, row) -> {
            if (mapping.toRecord(row) instanceof MappedRow.Mapped mapped) {
                Prepared prepared = written.get(key);
                if (saysNothingElse(prepared, mapped.record())) {
                    seen.add(link(key, row, prepared));
                }
                storedOtherwise(key, mapped.record(), prepared).ifPresent(otherwise::add);
            }
        });
        database.write(tx -> {
            crosswalk.delivered(tx, stillOfThose(tx, seen));
            echoes.keep(tx, place.target(), mapping.entity(), otherwise);
            return 0;
        });
    }

    private Link link(String key, Row row, Prepared prepared) {
        return new Link(
                place.target(),
                place.entity(),
                key,
                prepared.wanted().uid(),
                true,
                mapping.fingerprint(row),
                prepared.wanted().version(),
                true);
    }

    /** Where the target trims, rounds or fills in, what it stored is as much an echo as what was sent. */
    private Optional<Echo.Written> storedOtherwise(String key, Record stored, Prepared prepared) {
        Set<FieldType> otherwise = new HashSet<>();
        for (FieldType field : prepared.fields()) {
            int index = field.index();
            if (stored.has(field) && !Repetition.of(prepared.record().raw(index), stored.raw(index))) {
                otherwise.add(field);
            }
        }
        return otherwise.isEmpty()
                ? Optional.empty()
                : Optional.of(prepared.written(place.target(), key, stored, otherwise));
    }

    /** Without those of which the key turned out to be another record's. */
    private List<Link> stillOfThose(Transaction tx, List<Link> seen) throws SQLException {
        Map<String, Link> now = crosswalk.find(
                tx, place.target(), place.entity(), seen.stream().map(Link::key).toList());
        return seen.stream()
                .filter(link ->
                        now.containsKey(link.key()) && now.get(link.key()).uid().equals(link.uid()))
                .toList();
    }

    private boolean isAsLastSeen(Link link, Row row) {
        return link.fingerprint().equals(Fingerprint.NONE) || link.fingerprint().equals(mapping.fingerprint(row));
    }

    /**
     * Whether the row, apart from what was just written, says what the target had said before. If it says more, its
     * fingerprint is not kept, so that the next reading takes it for news.
     */
    private boolean saysNothingElse(Prepared prepared, Record stored) {
        Optional<Record> said =
                Optional.ofNullable(prepared.golden().contributions().get(place.target()));
        Set<FieldType> sent = prepared.operation() == WriteOperation.CREATE
                ? place.side().createFields()
                : place.side().updateFields();
        return mapping.entity().fields().stream()
                .filter(field -> !sent.contains(field))
                .filter(field -> !(field.type() instanceof io.hefu.dictionary.DataType.Ref))
                .allMatch(field -> said.map(before -> Projection.same(before, stored, field))
                        .orElseGet(() -> stored.find(field).isEmpty()
                                || Projection.same(prepared.golden().merged(), stored, field)));
    }

    private Map<String, Row> rows(List<String> keys) {
        Map<String, Row> rows = new LinkedHashMap<>();
        String key = mapping.read().orElseThrow().key();
        String resource = mapping.read().orElseThrow().resource();
        List<Row> found = place.connection().rowsWith(resource, key, keys);
        for (Row row : new ChildJoin(mapping.read().orElseThrow(), place.connection()).join(found)) {
            mapping.key(row).ifPresent(name -> rows.put(name, row));
        }
        return rows;
    }

    private static Map<String, Object> cells(Row row, Set<String> columns) {
        Map<String, Object> cells = new LinkedHashMap<>();
        for (String column : columns) {
            Object cell = row.cell(column);
            if (cell != Row.Cell.ABSENT) {
                cells.put(column, cell);
            }
        }
        return cells;
    }

    private Text changedThere() {
        return Text.of(
                "该记录在 %s 中刚被修改，先读取再写入",
                "the record was just changed in %s; it is read before it is written", place.target());
    }
}
