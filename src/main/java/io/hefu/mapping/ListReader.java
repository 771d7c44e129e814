package io.hefu.mapping;

import io.hefu.definition.Text;
import io.hefu.dictionary.Record;
import io.hefu.systems.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A list's elements, each read by a level of its own. Absent and null are the empty list. */
record ListReader(CellPath path, Level each) implements FieldReader {
    private static final int MOST = 20_000;

    @Override
    public Object read(Cells cells, RowFaults faults) {
        Object cell = path.read(cells);
        if (cell == null || cell == Row.Cell.ABSENT) {
            return List.of();
        }
        if (cell instanceof List<?> elements) {
            return elements.size() > MOST
                    ? Refusal.tooLarge(Text.of("列表有 %s 个元素", "the list has %s elements", elements.size()))
                    : records(elements, faults);
        }
        return cell instanceof Refusal ? cell : Refusal.retyped(cell, Text.of("列表", "a list"));
    }

    private Object records(List<?> elements, RowFaults faults) {
        List<Record> records = new ArrayList<>(elements.size());
        for (int i = 0; i < elements.size(); i++) {
            Object element = elements.get(i);
            if (!(element instanceof Row) && !(element instanceof Map)) {
                return Refusal.retyped(String.valueOf(element), Text.of("对象", "an object"));
            }
            String before = faults.enter(path.written(), i);
            each.read(element, faults).ifPresent(records::add);
            faults.leave(before);
        }
        return List.copyOf(records);
    }
}
