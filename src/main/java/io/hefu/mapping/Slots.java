package io.hefu.mapping;

import io.hefu.systems.Row;
import io.hefu.systems.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The columns that one level of a mapping reads, numbered. Where they stand in a shape is looked up once for each shape,
 * which all rows of a batch share.
 */
final class Slots {
    private static final int REMEMBERED = 4;

    private final List<String> names = new ArrayList<>();
    private volatile String[] frozen = new String[0];
    // Racy on purpose: an entry is immutable, and a lost one is only looked up again.
    private final Places[] places = new Places[REMEMBERED];
    private int next;

    private record Places(Shape shape, int[] of) {}

    /** While compiling. */
    int of(String column) {
        int slot = names.indexOf(column);
        if (slot < 0) {
            names.add(column);
            frozen = names.toArray(String[]::new);
            return names.size() - 1;
        }
        return slot;
    }

    String[] names() {
        return frozen;
    }

    int size() {
        return frozen.length;
    }

    Cells cells(Row row) {
        return new Cells.OfRow(row.cells(), placesIn(row.shape()));
    }

    Cells cells(Map<?, ?> object) {
        return new Cells.OfObject(object, frozen);
    }

    int[] placesIn(Shape shape) {
        for (Places known : places) {
            if (known != null && known.shape == shape) {
                return known.of;
            }
        }
        return lookUp(shape);
    }

    private int[] lookUp(Shape shape) {
        String[] columns = frozen;
        int[] of = new int[columns.length];
        for (int i = 0; i < columns.length; i++) {
            of[i] = shape.place(columns[i]);
        }
        int place = next++ & (REMEMBERED - 1);
        places[place] = new Places(shape, of);
        return of;
    }
}
