package io.hefu.mapping;

import io.hefu.definition.Text;
import io.hefu.dictionary.Record;
import io.hefu.systems.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A list's elements, each read by a level of its own. Absent and null are the empty list.
 *
 * @param fromAbove what the elements read of the record that holds them
 */
record ListReader(CellPath path, Level each, List<FromAbove> fromAbove) implements FieldReader {
    private static final int MOST = 20_000;

    /** @param here where elements look for it; {@code outer} where it stands in the record around them */
    record FromAbove(CellPath here, CellPath outer) {}

    private record Within(Cells element, Cells around, List<FromAbove> fromAbove) implements Cells {
        @Override
        public Object at(int slot) {
            for (FromAbove above : fromAbove) {
                if (above.here.slot() == slot) {
                    return above.outer.read(around);
                }
            }
            return element.at(slot);
        }
    }

    @Override
    public Object read(Cells cells, RowFaults faults) {
        Object cell = path.read(cells);
        if (cell == null || cell == Row.Cell.ABSENT) {
            return List.of();
        }
        if (cell instanceof List<?> elements) {
            return elements.size() > MOST
                    ? Refusal.tooLarge(Text.of("列表有 %s 个元素", "the list has %s elements", elements.size()))
                    : records(elements, cells, faults);
        }
        return cell instanceof Refusal ? cell : Refusal.retyped(cell, Text.of("列表", "a list"));
    }

    private Object records(List<?> elements, Cells around, RowFaults faults) {
        List<Record> records = new ArrayList<>(elements.size());
        for (int i = 0; i < elements.size(); i++) {
            Object element = elements.get(i);
            if (!(element instanceof Row) && !(element instanceof Map)) {
                return Refusal.retyped(String.valueOf(element), Text.of("对象", "an object"));
            }
            String before = faults.enter(path.written(), i);
            Cells cells = each.cells(element);
            each.read(fromAbove.isEmpty() ? cells : new Within(cells, around, fromAbove), faults)
                    .ifPresent(records::add);
            faults.leave(before);
        }
        return List.copyOf(records);
    }
}
