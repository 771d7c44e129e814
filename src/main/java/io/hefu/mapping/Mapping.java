package io.hefu.mapping;

import io.hefu.definition.Position;
import io.hefu.dictionary.EntityType;
import io.hefu.dictionary.FieldType;
import io.hefu.systems.Fingerprint;
import io.hefu.systems.Row;
import java.util.Optional;
import java.util.Set;

/** How one system says one entity, compiled. Immutable and safe for several threads. */
public interface Mapping {
    String system();

    EntityType entity();

    /** Changes when anything changes that could change a mapped value; part of every fingerprint and provenance. */
    String version();

    Position position();

    /** Empty for a system that is only told of the entity. */
    Optional<ReadSide> read();

    /** Empty for a system that is only asked. */
    Optional<WriteSide> write();

    /** The key of a row in its system, as text; empty when the row has none, which is a fault of the row. */
    Optional<String> key(Row row);

    /** Over all mapped cells, child rows and the mapping's version: an equal one means there is nothing to do. */
    Fingerprint fingerprint(Row row);

    /** A row as a canonical record. Never throws for what a row holds. */
    MappedRow toRecord(Row row);

    /** The source fields that are mapped or dropped by decision, whatever they hold included: all that the source may have. */
    SourceLevel source();

    /** The entity's fields that it reads. */
    Set<FieldType> fields();

    /** Present when its rows are no things of their own but say something of one: each adds to it, and none takes away. */
    Optional<Belonging> belonging();
}
