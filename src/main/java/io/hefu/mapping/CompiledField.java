package io.hefu.mapping;

import io.hefu.definition.Position;
import io.hefu.definition.Text;
import io.hefu.dictionary.FieldType;
import java.util.List;
import java.util.Optional;

/**
 * A field of a mapping, compiled both ways.
 *
 * @param columns the top-level columns that it reads
 * @param source what a fault calls its source
 * @param writer empty when it cannot be mapped back
 * @param whyOneWay why it cannot be; {@link Text#NONE} when it can
 */
record CompiledField(
        FieldType field,
        Position position,
        List<String> columns,
        String source,
        FieldReader reader,
        Optional<FieldWriter> writer,
        Text whyOneWay) {
    CompiledField {
        columns = List.copyOf(columns);
    }
}
