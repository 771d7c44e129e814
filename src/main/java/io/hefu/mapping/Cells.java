package io.hefu.mapping;

import io.hefu.systems.Row;
import java.util.Map;

/** What a record, or an element of a list, holds in each slot of {@link Slots}. */
interface Cells {
    /** A cell, Java null for the system's null, or {@code Row.Cell.ABSENT}. */
    Object at(int slot);

    /** Of a row: the places of its shape were looked up once. */
    record OfRow(Object[] cells, int[] places) implements Cells {
        @Override
        public Object at(int slot) {
            int place = places[slot];
            return place < 0 ? Row.Cell.ABSENT : cells[place];
        }
    }

    /** Of a JSON object. */
    record OfObject(Map<?, ?> object, String[] names) implements Cells {
        @Override
        public Object at(int slot) {
            Object cell = object.get(names[slot]);
            return cell == null && !object.containsKey(names[slot]) ? Row.Cell.ABSENT : cell;
        }
    }
}
