package io.hefu.matching.table;

import java.util.OptionalInt;

/** Finds rows by their ids, and in the order in which they came. */
public final class RowFinder {
    private final Rows rows;
    /** The row of each id, by the id's number. */
    private final int[] rowOf;

    private RowFinder(Rows rows) {
        this.rows = rows;
        this.rowOf = new int[rows.names().size() + 1];
        for (int row = 0; row < rows.size(); row++) {
            rowOf[rows.ids()[row]] = row;
        }
    }

    public static RowFinder of(Rows rows) {
        return new RowFinder(rows);
    }

    public OptionalInt find(String id) {
        int number = rows.names().find(id);
        return number > 0 ? OptionalInt.of(rowOf[number]) : OptionalInt.empty();
    }

    /** @param arrival counted from 0 */
    public int cameAs(int arrival) {
        return rowOf[arrival + 1];
    }
}
