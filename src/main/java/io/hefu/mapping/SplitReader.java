package io.hefu.mapping;

import io.hefu.dictionary.Record;
import io.hefu.systems.Row;

/**
 * A part of a cell's text.
 *
 * @param part counted from 1
 * @param parts how many parts of this cell are mapped: the last of them takes what is left
 */
record SplitReader(CellPath path, String split, int part, int parts, TextCells texts, Conversion conversion)
        implements FieldReader {
    @Override
    public Object read(Cells cells, RowFaults faults) {
        Object cell = path.read(cells);
        if (cell == null || cell == Row.Cell.ABSENT) {
            return cell == null ? Record.Nothing.NULL : null;
        }
        Object text = cell instanceof Refusal ? cell : texts.read(cell);
        return text instanceof String whole ? part(whole) : text;
    }

    private Object part(String whole) {
        int from = 0;
        for (int i = 1; i < part; i++) {
            int next = whole.indexOf(split, from);
            if (next < 0) {
                return Record.Nothing.NULL;
            }
            from = next + split.length();
        }
        int to = part == parts ? -1 : whole.indexOf(split, from);
        String found = whole.substring(from, to < 0 ? whole.length() : to);
        return found.isEmpty() ? Record.Nothing.NULL : conversion.toOurs(found);
    }
}
