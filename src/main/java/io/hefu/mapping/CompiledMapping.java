package io.hefu.mapping;

import com.dynatrace.hash4j.hashing.HashStream128;
import com.dynatrace.hash4j.hashing.HashValue128;
import io.hefu.definition.Position;
import io.hefu.definition.Text;
import io.hefu.dictionary.EntityType;
import io.hefu.dictionary.FieldType;
import io.hefu.dictionary.Record;
import io.hefu.systems.Fingerprint;
import io.hefu.systems.Row;
import java.util.Optional;
import java.util.Set;

/**
 * A mapping, compiled.
 *
 * @param seed the mapping's version as the fingerprint begins with it
 * @param only which rows are taken, and in whose decision the others are left out
 */
record CompiledMapping(
        String system,
        EntityType entity,
        String version,
        long seed,
        Position position,
        Optional<ReadSide> read,
        Optional<WriteSide> write,
        Optional<CellPath> keyPath,
        Level level,
        HashPlan plan,
        Optional<Only> only,
        Optional<Belonging> belonging,
        SourceLevel source)
        implements Mapping {

    /** A decision to leave rows out. */
    record Only(RowFilter filter, Text decision) {}

    @Override
    public Optional<String> key(Row row) {
        return keyPath.map(path -> path.read(level.cells(row)))
                .filter(cell -> cell != Row.Cell.ABSENT && !(cell instanceof Refusal))
                .map(KeyCells::read)
                .filter(String.class::isInstance)
                .map(String.class::cast);
    }

    @Override
    public Fingerprint fingerprint(Row row) {
        HashStream128 stream = HashPlan.HASHER.hashStream();
        stream.putLong(seed);
        plan.put(row, stream);
        HashValue128 hash = stream.get();
        return new Fingerprint(hash.getMostSignificantBits(), hash.getLeastSignificantBits());
    }

    @Override
    public MappedRow toRecord(Row row) {
        Cells cells = level.cells(row);
        RowFaults faults = new RowFaults();
        if (only.isPresent() && !only.get().filter.lets(cells, faults)) {
            return new MappedRow.Dropped(only.get().decision);
        }
        Record record = level.record(cells, faults);
        return faults.none() ? new MappedRow.Mapped(record) : new MappedRow.Faulty(faults.all());
    }

    @Override
    public Set<FieldType> fields() {
        return level.fields();
    }

    @Override
    public String toString() {
        return system + "/" + entity.name() + " " + version;
    }
}
