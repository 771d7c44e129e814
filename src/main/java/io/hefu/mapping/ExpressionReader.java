package io.hefu.mapping;

import io.hefu.dictionary.Record;
import java.util.List;

/**
 * What an expression gives, read as a cell would be.
 *
 * @param reads the columns that it uses; absent ones make the field absent
 */
record ExpressionReader(RowExpression expression, List<CellPath> reads, Conversion conversion) implements FieldReader {
    @Override
    public Object read(Cells cells, RowFaults faults) {
        if (!reads.isEmpty() && reads.stream().allMatch(path -> path.read(cells) == io.hefu.systems.Row.Cell.ABSENT)) {
            return null;
        }
        Object result = expression.over(cells);
        if (result == null) {
            return Record.Nothing.NULL;
        }
        return result instanceof Refusal ? result : conversion.toOurs(result);
    }
}
