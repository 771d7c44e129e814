package io.hefu.mapping;

import io.hefu.dictionary.Record;
import io.hefu.systems.Row;

/** One cell, one value. */
record CellReader(CellPath path, Conversion conversion) implements FieldReader {
    @Override
    public Object read(Cells cells, RowFaults faults) {
        Object cell = path.read(cells);
        if (cell == null) {
            return Record.Nothing.NULL;
        }
        if (cell == Row.Cell.ABSENT) {
            return null;
        }
        return cell instanceof Refusal ? cell : conversion.toOurs(cell);
    }
}
