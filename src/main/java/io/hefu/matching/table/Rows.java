package io.hefu.matching.table;

import io.hefu.matching.compare.Values;
import java.util.List;

/**
 * All rows to be matched, in an order that depends on their content alone, not on how they arrived.
 *
 * @param ids the numbers of the rows' ids in {@code names}
 * @param sources from which file each row came, counted from 0
 * @param within whether two rows of one file may be the same thing
 */
public record Rows(List<Column> columns, int[] ids, Values names, byte[] sources, boolean within) {
    public int size() {
        return ids.length;
    }

    public String id(int row) {
        return names.text(ids[row]);
    }

    public boolean mayMatch(int a, int b) {
        return within || sources[a] != sources[b];
    }

    public int source(int row) {
        return sources[row];
    }
}
