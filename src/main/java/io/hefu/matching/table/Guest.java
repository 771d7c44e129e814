package io.hefu.matching.table;

import io.hefu.matching.compare.Values;
import java.util.Arrays;
import java.util.List;

/** A place behind the last row, in which one record after the other is compared with the rows, and may stay. */
public final class Guest {
    private final Rows rows;
    private final Field.RowReader reader;
    private final int[] sizes;
    private int row;

    private Guest(Rows rows, List<Field> fields, int row) {
        this.rows = rows;
        this.reader = Field.reader(fields);
        this.row = row;
        this.sizes = new int[rows.columns().size()];
    }

    /**
     * @param fields of the rows, as they were read
     * @param spare how many may stay
     */
    public static Guest at(Rows rows, List<Field> fields, int spare) {
        int length = rows.size() + spare + 1;
        List<Column> longer = rows.columns().stream()
                .map(column -> new Column(
                        column.trait(),
                        column.partner(),
                        Arrays.copyOf(column.codes(), length),
                        column.values(),
                        column.counts()))
                .toList();
        Rows withSpare = new Rows(
                longer, Arrays.copyOf(rows.ids(), length), rows.names(), Arrays.copyOf(rows.sources(), length), true);
        return new Guest(withSpare, fields, rows.size());
    }

    public Rows rows() {
        return rows;
    }

    /** Where the guest sits. */
    public int row() {
        return row;
    }

    public void seat(List<String> texts) {
        if (row == rows.size()) {
            throw new IllegalStateException("there is no room for another record");
        }
        String[] read = reader.read(texts);
        for (int column = 0; column < read.length; column++) {
            sizes[column] = rows.columns().get(column).values().size();
        }
        for (int column = 0; column < read.length; column++) {
            Column of = rows.columns().get(column);
            of.codes()[row] = of.values().code(read[column]);
        }
    }

    /** Leaves nothing behind. */
    public void leave() {
        for (int column = 0; column < sizes.length; column++) {
            Values values = rows.columns().get(column).values();
            values.forget(Math.min(sizes[column], values.size()));
            rows.columns().get(column).codes()[row] = 0;
        }
    }

    /** The next guest sits behind this one. */
    public void stay(String id) {
        rows.ids()[row] = rows.names().code(id);
        row++;
    }
}
