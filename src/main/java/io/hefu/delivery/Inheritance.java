package io.hefu.delivery;

import io.hefu.dictionary.Uid;
import io.hefu.store.ConflictException;
import io.hefu.store.Transaction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What becomes of wishes when one record absorbs another: what was wanted of it is wanted of the survivor. */
public final class Inheritance {
    private Inheritance() {}

    /** Whether anything of a record is under way, so that its target must answer first. */
    public static boolean isUnderWay(WantedTables wanted, Uid uid) {
        return wanted.of(uid).stream()
                .anyMatch(wish -> wish.state() == WantedState.INTENDED || wish.state() == WantedState.UNKNOWN);
    }

    /**
     * The fields that each target had yet to be told of a record, which is wanted no more.
     *
     * @throws ConflictException when a write of it began meanwhile
     */
    public static Map<String, Set<String>> take(Transaction tx, String entity, Uid absorbed) throws SQLException {
        Map<String, Set<String>> fields = new TreeMap<>();
        List<String> begun = new ArrayList<>();
        tx.forEach(
                "select target, fields, state from wanted where uid = ?",
                row -> {
                    fields.put(row.text(1), fields(row.text(2)));
                    if (row.text(3).equals("intended") || row.text(3).equals("unknown")) {
                        begun.add(row.text(1));
                    }
                },
                absorbed.value());
        // The row is touched, so that who begins this load waits for what is decided here.
        tx.update("update wanted_load set state = state where entity = ?", entity);
        tx.forEach(
                "select target, uids from wanted_load where entity = ? and state = 'intended'",
                row -> {
                    if (WantedTables.unpacked(row.bytes(2)).contains(absorbed)) {
                        begun.add(row.text(1));
                    }
                },
                entity);
        if (!begun.isEmpty()) {
            throw new ConflictException(
                    "正在向 " + String.join(", ", begun) + " 写入 " + absorbed + "；稍后再合并。",
                    absorbed + " is being written to " + String.join(", ", begun) + "; merge it later.",
                    null);
        }
        tx.update("delete from wanted where uid = ?", absorbed.value());
        return fields;
    }

    /** What waited for the absorbed one to have a key somewhere looks again: it refers to the survivor now. */
    public static void wake(Transaction tx, Uid absorbed, Instant now) throws SQLException {
        tx.update(
                "update wanted set state = 'pending', awaits = null, next_at = ?, reason_zh = '', reason_en = ''"
                        + " where awaits = ? and state = 'waiting'",
                now,
                absorbed.value());
    }

    private static Set<String> fields(String written) {
        List<String> names = written.isEmpty() ? List.of() : Arrays.asList(written.split(","));
        return new TreeSet<>(names);
    }
}
