package io.hefu.mapping;

import io.hefu.dictionary.Record;
import io.hefu.systems.Row;
import java.util.List;

/** Several cells joined into one text; those that say nothing are passed over. */
record JoinedReader(List<CellPath> paths, String join, TextCells texts, Conversion conversion) implements FieldReader {
    @Override
    public Object read(Cells cells, RowFaults faults) {
        StringBuilder joined = new StringBuilder();
        boolean present = false;
        for (CellPath path : paths) {
            Object cell = path.read(cells);
            present |= cell != Row.Cell.ABSENT;
            Object text = cell == null || cell == Row.Cell.ABSENT || cell instanceof Refusal ? cell : texts.read(cell);
            if (text instanceof Refusal) {
                return text;
            }
            if (text instanceof String part && !part.isEmpty()) {
                joined.append(joined.isEmpty() ? "" : join).append(part);
            }
        }
        if (joined.isEmpty()) {
            return present ? Record.Nothing.NULL : null;
        }
        return conversion.toOurs(joined.toString());
    }
}
