package io.hefu.golden;

import io.hefu.dictionary.CodeList;
import io.hefu.dictionary.Dictionary;
import io.hefu.store.HubDatabase;
import io.hefu.store.Transaction;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The codes that values may be stored under, so that a code taken out of a list is noticed. */
public final class StoredCodes {
    private StoredCodes() {}

    /** Codes that are no longer in their lists; those of a list that is gone are a matter of the fields' types. */
    static Map<String, Set<String>> gone(Transaction tx, Dictionary dictionary) throws SQLException {
        Map<String, Set<String>> gone = new LinkedHashMap<>();
        if (tx.hasTable("stored_code")) {
            all(tx).forEach((list, codes) -> dictionary
                    .findCodes(list)
                    .ifPresent(today -> codes.stream()
                            .filter(code -> !today.has(code))
                            .forEach(code -> gone.computeIfAbsent(list, none -> new LinkedHashSet<>())
                                    .add(code))));
        }
        return gone;
    }

    /** Takes up the codes of a dictionary that was found to lose nothing. */
    public static void settle(HubDatabase database, Dictionary dictionary) {
        Map<String, Set<String>> today = new LinkedHashMap<>();
        for (CodeList list : dictionary.codeLists()) {
            today.put(list.id(), list.codes().keySet());
        }
        if (database.read(StoredCodes::all).equals(today)) {
            return;
        }
        database.write(tx -> {
            tx.update("delete from stored_code");
            for (Map.Entry<String, Set<String>> list : today.entrySet()) {
                for (String code : list.getValue()) {
                    tx.update("insert into stored_code (list, code) values (?, ?)", list.getKey(), code);
                }
            }
            return today.size();
        });
    }

    private static Map<String, Set<String>> all(Transaction tx) throws SQLException {
        Map<String, Set<String>> all = new LinkedHashMap<>();
        tx.forEach(
                "select list, code from stored_code order by list, code",
                row -> all.computeIfAbsent(row.text(1), list -> new LinkedHashSet<>())
                        .add(row.text(2)));
        return all;
    }
}
