package io.hefu.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How many rows were loaded into each table, and when that is so many more that the planner should look again. */
final class TableGrowth {
    private static final long FIRST = 2_000;
    private static final long FACTOR = 8;

    private final Map<String, Loaded> tables = new HashMap<>();

    private static final class Loaded {
        private long rows;
        private long next = FIRST;
    }

    /** @return the tables that should be looked at now */
    synchronized List<String> note(List<Transaction.Grown> grown) {
        List<String> due = new ArrayList<>();
        for (Transaction.Grown each : grown) {
            Loaded loaded = tables.computeIfAbsent(each.table(), table -> new Loaded());
            loaded.rows += each.rows().added();
            if (loaded.rows >= loaded.next) {
                loaded.next = loaded.rows * FACTOR;
                due.add(each.table());
            }
        }
        return due;
    }
}
